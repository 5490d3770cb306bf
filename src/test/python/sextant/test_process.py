"""The JVM beside this Python: it ends with it, is used again, is interrupted, and is not alone."""

import os
import re
import signal
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest
import sextant
from sextant import _java, _job

PROFILE = "import sextant, sys; print(sextant.profile(sys.argv[1], model=sys.argv[2], output=sys.argv[3]).id)"
PID = "from pyspark import SparkContext; print(SparkContext._gateway.proc.pid, flush=True)"
INTERRUPTED = """
import sextant, sys
options = dict(model=sys.argv[2], output=sys.argv[3], settings={"grades.min-pairs": 10})
try:
    sextant.profile(sys.argv[1], **options)
except KeyboardInterrupt as stopped:
    print(stopped)
    print(sextant.profile(sys.argv[1], resume=True, progress=False, **options))
"""
# What IPython's kernel tells tqdm, in an environment without ipywidgets.
NOTEBOOK = """
import sys, types
shell = types.SimpleNamespace(config={"IPKernelApp": {}})
sys.modules["IPython"] = types.SimpleNamespace(get_ipython=lambda: shell)
sys.modules["ipywidgets"] = None
"""
STOPPED = """
import sextant, sys
from pyspark import SparkContext
for name in "ab":
    run = sextant.profile(sys.argv[1], model=sys.argv[2], output=sys.argv[3] + name, progress=False)
    print(run.id, SparkContext._gateway.proc.pid)
    SparkContext._active_spark_context.stop()
"""


@pytest.fixture(scope="module")
def file(pairs, tmp_path_factory):
    """Pairs in a folder whose name has a space and letters beyond ASCII."""
    file = tmp_path_factory.mktemp("mes données") / "пары.tsv"
    pairs.to_csv(file, sep="\t", index=False)
    return file


def start(program, *arguments, **how):
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def is_there(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def ends(pid):
    end = time.monotonic() + 60
    while is_there(pid) and time.monotonic() < end:
        time.sleep(0.1)
    return not is_there(pid)


@pytest.mark.parametrize("kill", [False, True])
def test_the_jvm_ends_with_python(kill):
    process = start(f"import sextant, sys; sextant.start('512m', cores=1); {PID}; sys.stdin.read()", stdin=subprocess.PIPE)
    pid = int(process.stdout.readline())
    assert is_there(pid)
    if kill:
        process.kill()
    process.communicate("")
    assert ends(pid)


def test_another_spark_of_the_environment_is_left_alone():
    program = "import os, sextant; sextant.start('512m', cores=1); print(os.environ['SPARK_HOME'])"
    said, errors = start(program, env={**os.environ, "SPARK_HOME": "/no/such/spark"}).communicate(timeout=120)
    assert said.strip() == "/no/such/spark", errors


def test_a_session_that_was_stopped_starts_again_in_the_same_jvm(file, model, run, tmp_path):
    process = start(STOPPED, file, model, tmp_path / "run")
    said, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    first, second = said.split("\n")[:2]
    assert first == second
    assert first.startswith(run.id)


def test_two_processes_at_a_time_do_not_clash(file, model, run, tmp_path):
    processes = [start(PROFILE, file, model, tmp_path / name) for name in ("a", "b")]
    for process in processes:
        said, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors
        assert said.strip() == run.id


def test_a_notebook_without_widgets_has_a_bar_of_text_and_no_warning(file, model, run, tmp_path):
    said, errors = start(NOTEBOOK + PROFILE, file, model, tmp_path / "run").communicate(timeout=300)
    assert said.strip() == run.id
    assert re.search(r"100%.* 40/40 ", errors)
    assert "TqdmWarning" not in errors


def test_a_widget_of_a_notebook_shows_how_much_is_done():
    from tqdm.notebook import tqdm

    job = types.SimpleNamespace(news=lambda: "profile 1 of 4 chunks\n", total=lambda: 40, done=lambda: 10)
    with tqdm(unit=" pairs") as bar:
        _job._show(bar, job)
        _job._show(bar, job)
        shown = bar.container.children[1]
        assert (shown.value, shown.max) == (10, 40)
        # A bar of an unknown total is a narrow box, which is always full.
        assert shown.layout.width is None


def test_folders_may_have_spaces_and_any_letters(file, model, run, tmp_path):
    output = tmp_path / "résultat 1"
    os.symlink(model, tmp_path / "mon modèle")
    other = sextant.profile(file, model=tmp_path / "mon modèle", output=output, progress=False)
    assert other.id == run.id
    assert other.report().path == output / "report" / "index.html"
    assert other.report(tmp_path / "rapport été").path.exists()
    assert sextant.compare(other, run, tmp_path / "é è").report().path.exists()


def test_ctrl_c_stops_a_run_which_is_resumed_in_the_same_session(pairs, model, tmp_path):
    many = tmp_path / "many.tsv"
    numbered = [pairs.assign(sentence_a=pairs.sentence_a + f" {i}") for i in range(150)]
    import pandas

    pandas.concat(numbered).to_csv(many, sep="\t", index=False)
    whole = sextant.profile(many, model=model, output=tmp_path / "whole", settings={"grades.min-pairs": 10}, progress=False)
    process = start(INTERRUPTED, many, model, tmp_path / "run")
    seen = ""
    while not re.search(r"[1-9]\d*/6000", seen):
        seen = seen[-100:] + process.stderr.read(1)
        assert process.poll() is None, seen
    process.send_signal(signal.SIGINT)
    said, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    assert "the job has stopped: the same call with output=" in said
    assert "6,000 pairs, succeeded" in said
    assert sextant.open(tmp_path / "run").arrow("head_patterns") == whole.arrow("head_patterns")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ('openjdk version "11.0.2" 2019-01-15', "is Java 11, and Sextant needs Java 17: set JAVA_HOME"),
        ('openjdk version "25" 2025-09-16', "is Java 25, and Sextant needs Java 17: set JAVA_HOME"),
        ("what?", "is Java of an unknown version"),
    ],
)
def test_another_version_of_java_is_refused(said, message, tmp_path, monkeypatch):
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(sextant.SextantError, match=message):
        _java.require()


def test_windows_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setattr(_java, "os", types.SimpleNamespace(name="nt"))
    with pytest.raises(sextant.SextantError, match="no native libraries for Windows: use WSL"):
        _java.require()


def test_too_little_memory_is_told():
    process = start("import sextant; sextant.start('100m')")
    _, errors = process.communicate(timeout=120)
    assert "Spark did not start" in errors and "memory" in errors
