"""Commands that need no tasks of Spark."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sextant import _job, _model, _spark
from sextant._error import SextantError
from sextant._page import Page


def call(verb: str, *words: str, **options: Any) -> None:
    """Runs a command of Sextant.

    Args:
        verb: The command, such as ``report``.
        words: What follows the options.
        options: The options, with ``_`` for ``-``; a list of runs is given run by run, other lists with commas. None
            and False are left out.

    Raises:
        SextantError: The command failed.
    """
    line = [verb]
    for name, value in options.items():
        line += _option("--" + name.replace("_", "-"), value)
    line += ["--", *words] if words else []
    session = _spark.session()
    with _job.interrupt():
        fault = session._jvm.io.sextant.cli.Cli.fault(line)
    if fault is not None:
        raise SextantError(fault)


def _option(flag: str, value: Any) -> list[str]:
    """The words of an option.

    >>> _option("--run", ["a", "b"]), _option("--head", [0, 2]), _option("--same-heads", True), _option("--margin", None)
    (['--run', 'a', '--run', 'b'], ['--head', '0,2'], ['--same-heads'], [])
    """
    if value is None or value is False:
        return []
    if value is True:
        return [flag]
    if not isinstance(value, (list, tuple)):
        return [flag, str(value)]
    if flag == "--run":
        return [word for run in value for word in (flag, str(run))]
    return [flag, ",".join(str(item) for item in value)]


def view(
    first: str,
    second: str | None = None,
    *,
    model: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    pictures: Sequence[str] | None = None,
    layer: int | None = None,
    head: Sequence[int] | None = None,
    download: bool = False,
) -> Page:
    """Draws how every head of a model attends in one pair of sentences, or in one sentence.

    Args:
        first: The first sentence.
        second: The second sentence; None for one alone.
        model: As for :func:`sextant.profile`.
        output: The page to write; by default a temporary file.
        pictures: The formats of pictures of the model and of a layer beside the page: ``svg``, ``png``, ``pdf``; by
            default none.
        layer: The layer of the picture, counted from 0; 0 by default.
        head: The heads of the picture, counted from 0; all by default.
        download: As for :func:`sextant.profile`.

    Raises:
        SextantError: The model or a sentence cannot be used.

    >>> view("the cat sat .", "the dog slept .", model=MODEL).path.suffix
    '.html'
    """
    page = Path(output) if output else Path(tempfile.mkdtemp(prefix="sextant-")) / "view.html"
    sentences = [first] if second is None else [first, second]
    place = _model.folder(model, download)
    call("view", *sentences, model=place, output=page, pictures=pictures, layer=layer, head=head)
    return Page(page)
