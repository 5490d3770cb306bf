"""What the command line does without Spark's tasks: one pair drawn, two runs compared, a report."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from sextant import _model, _spark
from sextant._error import SextantError
from sextant._page import Page
from sextant.run import Run


def call(*arguments: str) -> None:
    """Runs a command line of Sextant.

    Raises:
        SextantError: The command failed.
    """
    fault = _spark.session()._jvm.io.sextant.cli.Cli.fault(list(arguments))
    if fault is not None:
        raise SextantError(fault)


def view(
    first: str,
    second: str | None = None,
    *,
    model: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    download: bool = False,
) -> Page:
    """Draws how every head of a model attends in one pair of sentences, or in one sentence.

    Args:
        first: The first sentence.
        second: The second sentence; None for one alone.
        model: As for :func:`sextant.profile`.
        output: The page to write; by default a temporary file.
        download: As for :func:`sextant.profile`.

    >>> view("the cat sat .", "the dog slept .", model=MODEL).path.suffix
    '.html'
    """
    page = Path(output) if output else Path(tempfile.mkdtemp(prefix="sextant-")) / "view.html"
    sentences = [first] if second is None else [first, second]
    call("view", "--model", _model.folder(model, download), "--output", str(page), "--", *sentences)
    return Page(page)


def compare(a: Run | str, b: Run | str, output: str | os.PathLike[str] | None = None, **options: Any) -> Page:
    """Shows how the heads of two runs differ. The differences are those of B minus A.

    Args:
        a: A run, or its folder.
        b: Another run, or its folder.
        output: The folder to write; by default a temporary one. It also gets the table ``head_differences``.
        options: The other options of ``sextant compare``, with ``_`` for ``-``.

    >>> compare(RUN, RUN).path.name
    'index.html'
    """
    folder = Path(output) if output else Path(tempfile.mkdtemp(prefix="sextant-"))
    more = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
    call("compare", "--run", _folder(a), "--run", _folder(b), "--output", str(folder), *more)
    return Page(folder / "index.html")


def _folder(run: Run | str) -> str:
    return str(run.path) if isinstance(run, Run) else run
