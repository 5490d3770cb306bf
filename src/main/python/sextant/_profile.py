from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sextant import _job, _keywords, _model, _rows
from sextant._dry_run import DryRun
from sextant._options import SETTINGS, Options
from sextant.run import Run, open

if TYPE_CHECKING:
    from typing_extensions import Unpack


def profile(
    pairs: Any,
    *,
    model: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    staging: str | os.PathLike[str] | None = None,
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
        staging: For a DataFrame of Spark Connect: the folder that its server writes the pairs to, as Parquet, and
            that this process reads. It stays.
        config: A HOCON file of settings, which the keywords override.
        settings: Settings by their keys, such as ``{"grades.min-pairs": 500}``.
        download: Whether a model that is not in the cache is fetched from Hugging Face's hub.
        progress: Whether a bar shows how many pairs are done.
        options: The options of ``sextant profile``, with ``_`` for ``-``; ``sextant._options`` describes them.

    Returns:
        The run, whose tables are on disk.

    Raises:
        SextantError: The pairs, the model or an option cannot be used.
        KeyboardInterrupt: Ctrl-C was pressed; the same call with ``resume=True`` continues.

    >>> run = profile([("the cat sat .", "the dog slept .")], model=MODEL, progress=False)
    >>> run.manifest["counts"]["profiled"]
    1
    >>> profile([("a", "b")], model=MODEL, sentense_a="text")
    Traceback (most recent call last):
    sextant._error.SextantError: profile has no option sentense_a; did you mean sentence_a?
    """
    given = _keywords.settings("profile", SETTINGS, options) | dict(settings or {})
    given["model"] = _model.folder(model, download)
    given["output.path"] = folder = os.fspath(output or os.path.join(tempfile.mkdtemp(prefix="sextant-"), "run"))
    with _rows.read(pairs, staging) as rows:
        _, log = _job.follow(
            lambda: rows.java.profile(rows.session, rows.dataset, given | rows.named, _file(config)),
            progress=progress,
            resume=f"the same call with output={folder!r}, resume=True continues",
        )
    run = open(folder)
    run.log = log
    run.pairs = pairs
    return run


def dry_run(
    pairs: Any,
    *,
    model: str | os.PathLike[str],
    staging: str | os.PathLike[str] | None = None,
    config: str | os.PathLike[str] | None = None,
    settings: Mapping[str, Any] | None = None,
    download: bool = False,
    progress: bool = True,
    **options: Unpack[Options],
) -> DryRun:
    """Predicts the time and the memory that :func:`profile` would take, without running it.

    The pairs are read, and up to 64 of them are profiled on one core. Nothing stays on disk.

    Args:
        pairs: As for :func:`profile`, as are the other parameters.

    Raises:
        SextantError: The pairs, the model or an option cannot be used.

    >>> predicted = dry_run([("the cat sat .", "the dog slept .")], model=MODEL, progress=False)
    >>> predicted.pairs
    1
    >>> predicted.seconds[1000] <= predicted.seconds[1]
    True
    """
    given = _keywords.settings("dry_run", SETTINGS, options) | dict(settings or {})
    given["model"] = _model.folder(model, download)
    given["output.path"] = os.path.join(tempfile.gettempdir(), "sextant-not-written")
    with _rows.read(pairs, staging) as rows:
        text, _ = _job.follow(
            lambda: rows.java.dryRun(rows.session, rows.dataset, given | rows.named, _file(config)),
            progress=progress,
            resume="the same call begins anew",
        )
    return DryRun.of(text)


def _file(config: str | os.PathLike[str] | None) -> str | None:
    return None if config is None else os.fspath(config)
