"""Several runs: two compared, or more pooled."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from sextant import _command
from sextant._page import Page
from sextant._tables import Tables
from sextant.run import Run

# A run, or its folder.
_Run: TypeAlias = "Run | str | os.PathLike[str]"


class _Shown(Tables):
    """Tables with a page, which a notebook shows."""

    def report(self) -> Page:
        """The page."""
        return Page(self.path / "index.html")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def _repr_html_(self) -> str:
        return self.report()._repr_html_()


class Comparison(_Shown):
    """Two runs compared, with the table ``head_differences``, and ``head_matches`` for models trained apart."""


class Pool(_Shown):
    """Runs of one model over several corpora, with the table ``pooled_shares``."""


def compare(
    a: _Run,
    b: _Run,
    output: str | os.PathLike[str] | None = None,
    *,
    margin: float | None = None,
    same_heads: bool = False,
) -> Comparison:
    """Shows how the heads of two runs differ. The differences are those of B minus A.

    Args:
        a: A run, or its folder.
        b: Another run, or its folder.
        output: The folder to write; by default a temporary one.
        margin: The greatest difference of shares that counts as none, over 0 and less than 1; .02 by default.
        same_heads: Whether the heads of both models are the same even if their weights say that the models were
            trained apart.

    Raises:
        SextantError: The runs cannot be compared.

    >>> bool((compare(RUN, RUN).head_differences.difference == 0).all())
    True
    """
    folder = _folder(output)
    _command.call("compare", run=[_path(a), _path(b)], output=folder, margin=margin, same_heads=same_heads)
    return Comparison(folder)


def pool(runs: Sequence[_Run], output: str | os.PathLike[str] | None = None) -> Pool:
    """Shows which labels of a model hold in other corpora than those of its runs.

    Args:
        runs: At least three runs of one model over different corpora, with equal settings, or their folders.
        output: The folder to write; by default a temporary one.

    Raises:
        SextantError: The runs cannot be pooled.

    >>> pool([RUN])
    Traceback (most recent call last):
    sextant._error.SextantError: ...
    """
    folder = _folder(output)
    _command.call("pool", run=[_path(run) for run in runs], output=folder)
    return Pool(folder)


def _folder(output: str | os.PathLike[str] | None) -> Path:
    return Path(output) if output else Path(tempfile.mkdtemp(prefix="sextant-"))


def _path(run: _Run) -> str:
    return str(run.path) if isinstance(run, Run) else os.fspath(run)
