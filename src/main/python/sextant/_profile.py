from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sextant import _model, _pairs, _spark
from sextant._error import SextantError
from sextant._options import SETTINGS, Options
from sextant.run import Run, open

if TYPE_CHECKING:
    from typing_extensions import Unpack

_POLL_MILLISECONDS = 200


def profile(
    pairs: Any,
    *,
    model: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    config: str | os.PathLike[str] | None = None,
    settings: Mapping[str, Any] | None = None,
    download: bool = False,
    progress: bool = True,
    **options: Unpack[Options],
) -> Run:
    """Profiles every head of a model over pairs of sentences.

    Args:
        pairs: A table with a row a pair and two columns of text (or one, for single sentences): pandas, polars,
            Arrow, a Hugging Face ``Dataset`` or a Spark DataFrame; a list of tuples; or a path, a glob or
            ``table:NAME`` that Spark reads. The columns are ``sentence_a`` and ``sentence_b``, or those of the
            keywords of these names.
        model: A folder that ``save_pretrained`` wrote, or a name in Hugging Face's local cache.
        output: The folder to write; by default a new one in the system's folder for temporary files.
        config: A HOCON file of settings, which the keywords override.
        settings: Settings by their keys, such as ``{"grades.min-pairs": 500}``.
        download: Whether a model that is not in the cache is fetched from Hugging Face's hub.
        progress: Whether a bar shows how many pairs are done.
        options: The options of ``sextant profile``, with ``_`` for ``-``; ``sextant._options`` describes them.

    Returns:
        The run, whose tables are on disk.

    Raises:
        SextantError: The pairs, the model or an option cannot be used.

    >>> run = profile([("the cat sat .", "the dog slept .")], model=MODEL, progress=False)
    >>> run.manifest["counts"]["profiled"]
    1
    >>> profile([("a", "b")], model=MODEL, sentense_a="text")
    Traceback (most recent call last):
    sextant._error.SextantError: profile has no option sentense_a; did you mean sentence_a?
    """
    given = _settings(options)
    given.update(settings or {})
    given["model"] = _model.folder(model, download)
    given["output.path"] = str(output or os.path.join(tempfile.mkdtemp(prefix="sextant-"), "run"))
    paths = _pairs.paths(pairs)
    if paths is not None:
        given["input.paths"] = paths
        return _run(_spark.session(), None, given, config, progress)
    given["input.paths"] = ["dataset:" + _pairs.name(pairs)]
    if _pairs.is_spark(pairs):
        _spark.require_jar(pairs.sparkSession)
        return _run(pairs.sparkSession, pairs._jdf, given, config, progress)
    import pyarrow.parquet

    rows = _pairs.table(pairs)
    with tempfile.TemporaryDirectory(prefix="sextant-pairs-") as folder:
        file = os.path.join(folder, "pairs.parquet")
        pyarrow.parquet.write_table(rows, file)
        spark = _spark.session()
        return _run(spark, spark.read.parquet(file)._jdf, given, config, progress)


def _settings(options: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that keywords set; switches that are False, and options that are None, are left out."""
    settings: dict[str, Any] = {}
    for name, value in options.items():
        if name not in SETTINGS:
            near = difflib.get_close_matches(name, SETTINGS, 1)
            hint = f"; did you mean {near[0]}?" if near else ": help(sextant._options.Options) lists them"
            raise SextantError(f"profile has no option {name}{hint}")
        if value is None or value is False:
            continue
        key, fixed = SETTINGS[name]
        if key in settings:
            raise SextantError(f"{name} contradicts another option: give one")
        settings[key] = _plain(value) if fixed is None else fixed
    return settings


def _plain(value: Any) -> Any:
    return [str(item) for item in value] if isinstance(value, (list, tuple, set)) else value


def _run(spark: Any, pairs: Any, settings: dict[str, Any], config: Any, progress: bool) -> Run:
    """Runs the job and follows it; pairs are a Java Dataset, or None where the settings name the input."""
    from tqdm.auto import tqdm

    file = None if config is None else os.fspath(config)
    job = spark._jvm.io.sextant.python.PythonRun.start(spark._jsparkSession, pairs, settings, file)
    log: list[str] = []
    with tqdm(unit=" pairs", disable=not progress) as bar:
        try:
            while not job.hasEnded(_POLL_MILLISECONDS):
                log += _show(bar, job)
        except KeyboardInterrupt:
            job.cancel()
            raise
        log += _show(bar, job)
    fault = job.fault()
    if fault is not None:
        raise SextantError(fault)
    run = open(settings["output.path"])
    run.log = log
    return run


def _show(bar: Any, job: Any) -> list[str]:
    """Shows the news of a job on a bar, and returns its new lines."""
    lines: list[str] = job.news().splitlines()
    if lines:
        bar.set_description_str(lines[-1][:60], refresh=False)
    if job.total():
        bar.total = job.total()
        bar.n = job.done()
    bar.refresh()
    return lines
