"""The Python of docs/get-started.md, run as it stands there, in a folder as it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sextant

TEXT = (Path(__file__).parents[4] / "docs/get-started.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.S)


@pytest.fixture(scope="module")
def folder(pairs, model, tmp_path_factory):
    folder = tmp_path_factory.mktemp("started")
    (folder / "model").symlink_to(os.path.abspath(model))
    pairs.to_csv(folder / "pairs.tsv", sep="\t", index=False)
    return folder


def test_the_examples_run_as_they_stand(folder, run):
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        said = subprocess.run(
            [sys.executable, "-c", example],
            cwd=folder,
            env={**os.environ, "MPLBACKEND": "Agg"},
            capture_output=True,
            text=True,
        )
        assert said.returncode == 0, said.stderr
    assert (folder / "next.png").stat().st_size > 0
    assert (folder / "run/report/index.html").exists()
    # The session of one's own profiled the pairs that pandas gave to the other run.
    own = sextant.open(folder / "pyspark-run")
    assert own.id == run.id
    assert own.manifest["input"]["paths"] == ["dataset:pyspark.DataFrame"]
