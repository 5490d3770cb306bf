"""A run on disk: its tables, its pictures and its report."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sextant import figure
from sextant._error import SextantError
from sextant._page import Page
from sextant._tables import Tables

if TYPE_CHECKING:
    import matplotlib.axes
    import pandas
    from typing_extensions import Unpack

    from sextant._options import EffectsOptions

_MANIFEST = "run.json"
#: Scales of correlations end at a multiple of this, as those of the report's pictures do.
_STEP = 0.05


def open(path: str | os.PathLike[str]) -> Run:
    """Opens a run that is on disk already. It needs no Java.

    Raises:
        SextantError: The folder holds no run.

    >>> open(RUN.path).id == RUN.id
    True
    >>> open("nowhere")
    Traceback (most recent call last):
    sextant._error.SextantError: nowhere is not a run directory: it has no run.json
    """
    return Run(Path(os.fspath(path)))


def _scale(rows: pandas.DataFrame, column: str) -> dict[str, Any]:
    """The report's scale of a column of ``head_patterns``, as options of the heat map."""
    shown = str(rows.judged_by.iloc[0]) if column == "score" else column
    if shown == "rank_correlation":
        steps = math.ceil(rows[column].abs().max() / _STEP - 1e-9) if rows[column].notna().any() else 1
        reach = min(1.0, max(1, steps) * _STEP)
        return {"least": -reach, "most": reach, "cmap": figure.color_map(figure.DIFFERENCES)}
    chance = float(rows.null_share.mean()) if shown in ("share", "share_content") else 0.0
    return {"least": 0.0 if math.isnan(chance) else chance}


class Run(Tables):
    """A run: the folder that :func:`sextant.profile` writes.

    Every table is an attribute, as a pandas DataFrame: ``run.head_patterns``, ``run.catalogue`` and so on, as
    docs/tables.md lists them. :meth:`arrow` gives it as Arrow's; :meth:`duckdb` and :meth:`spark` do not read all of it.

    Attributes:
        path: The run's folder.
        manifest: What ``run.json`` says.
        log: What the job said, line by line; empty if the run was opened from disk.
        pairs: The pairs that were profiled, as they were given; None if the run was opened from disk.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.log: list[str] = []
        self.pairs: Any = None
        self.manifest = self._read_manifest()

    def _read_manifest(self) -> dict[str, Any]:
        try:
            text = (self.path / _MANIFEST).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            raise SextantError(f"{self.path} is not a run directory: it has no {_MANIFEST}") from None
        manifest: dict[str, Any] = json.loads(text)
        return manifest

    @property
    def id(self) -> str:
        """The run's id: equal ids mean equal tables."""
        return str(self.manifest["run_id"])

    @property
    def layers(self) -> int:
        """The number of the model's layers."""
        return int(self.manifest["model"]["layers"])

    @property
    def heads_per_layer(self) -> int:
        """The number of heads in a layer."""
        return int(self.manifest["model"]["heads"])

    def heads(
        self, pattern: str, part: str | None = None, *, unit: str = "token", stratum: str = "all"
    ) -> pandas.DataFrame:
        """How much each head shows a pattern: a row a head, with the columns of ``head_patterns``.

        Args:
            pattern: The pattern's key, such as ``next``.
            part: The part of the queries, such as ``content_words``; None for the one that the report shows.
            unit: ``token`` or ``word``.
            stratum: A subset of the pairs; ``all`` are all.

        Raises:
            SextantError: The run has no such rows; the message lists the patterns that it has.

        >>> RUN.heads("next").columns[:3].tolist()
        ['layer', 'head', 'pattern']
        >>> RUN.heads("following")
        Traceback (most recent call last):
        sextant._error.SextantError: ...
        """
        rows = self.head_patterns
        there = rows[(rows.unit == unit) & (rows.stratum == stratum)]
        of = there.headline if part is None else there.part == part
        found = there[(there.pattern == pattern) & of]
        if found.empty:
            known = ", ".join(sorted(f"{p} ({q})" for p, q in set(zip(there.pattern, there.part))))
            raise SextantError(f"no rows of {pattern}, {part or 'its headline'}; the run has {known}")
        found = found.sort_values(["layer", "head"], ignore_index=True)
        keys = ["layer", "head", "pattern", "part"]
        return found[keys + [name for name in found.columns if name not in keys]]

    def catalogue_of(self, kind: str) -> pandas.DataFrame:
        """What keys are called, by key, in the order of the report.

        Args:
            kind: ``pattern``, ``part``, ``null``, ``stratum`` or ``unit``.
        """
        rows = self.catalogue
        return rows[rows.kind == kind].sort_values("place").set_index("key")

    def heat_map(
        self,
        pattern: str,
        part: str | None = None,
        *,
        column: str = "score",
        ring: tuple[int, int] | None = None,
        ax: matplotlib.axes.Axes | None = None,
        **options: Any,
    ) -> matplotlib.axes.Axes:
        """Draws a pattern over all heads: layers down, heads across, a dot on the heads that exhibit it.

        Colours are those of the report: those of shares begin at chance, the mean null share of the heads, and end at 1;
        those of correlations are as far from 0 on both sides.

        Args:
            pattern: As for :meth:`heads`.
            part: As for :meth:`heads`.
            column: The column of ``head_patterns`` that is drawn.
            ring: The layer and the head of one that gets a ring.
            ax: The axes to draw on; by default new ones.
            options: Options of :func:`sextant.figure.heat_map`, such as ``most=0.5``.

        Raises:
            SextantError: The run has no such rows, or no such column of numbers.

        >>> RUN.heat_map("next").get_ylabel()
        'layer'
        """
        rows = self.heads(pattern, part)
        numbers = rows.select_dtypes("number").columns.drop(["layer", "head"])
        if column not in numbers:
            raise SextantError(f"head_patterns has no column of numbers {column}; it has {', '.join(numbers)}")
        titles = self.catalogue_of("pattern").title
        title = options.pop("title", str(titles.get(pattern, pattern)))
        scale = _scale(rows, column)
        return figure.heat_map(figure.axes(ax), rows, column, title=title, ring=ring, **(scale | options))

    def effects(
        self,
        pairs: Any = None,
        *,
        model: str | os.PathLike[str] | None = None,
        staging: str | os.PathLike[str] | None = None,
        download: bool = False,
        progress: bool = True,
        **options: Unpack[EffectsOptions],
    ) -> Run:
        """Measures what each head does to the model's output, and whether it is by the patterns of its labels.

        The run gets the tables ``head_effects``, ``pattern_effects`` and ``label_effects``, a row a head, a labelled
        head and a label, for each outcome. A call that was interrupted is continued by the same call.

        Args:
            pairs: The run's pairs, which are needed again because a run keeps no sentences; by default those that
                were profiled, or the files that the run names.
            model: Where the model is now, if it has moved.
            staging: As for :func:`sextant.profile`.
            download: As for :func:`sextant.profile`.
            progress: Whether a bar shows what is being done.
            options: The options of ``sextant effects``, with ``_`` for ``-``; ``sextant._options`` describes them.

        Returns:
            This run.

        Raises:
            SextantError: The run has not succeeded, the model has no head for an outcome, or the pairs or the model
                are not the run's.
            KeyboardInterrupt: Ctrl-C was pressed.

        >>> RUN.effects(effect_pairs=0)
        Traceback (most recent call last):
        sextant._error.SextantError: --effect-pairs is 0: effects need at least one pair
        """
        from sextant import _effects

        self.log = _effects.measure(self, pairs, _effects.Where(model, staging, download), progress, options)
        self.manifest = self._read_manifest()
        return self

    def report(
        self, output: str | os.PathLike[str] | None = None, *, pictures: Sequence[str] | None = None
    ) -> Page:
        """Draws the report.

        Args:
            output: The folder to write; by default ``report`` in the run's folder.
            pictures: The formats of the pictures beside the page: ``svg``, ``png``, ``pdf``; by default all, and
                ``["none"]`` for none.
        """
        from sextant import _command

        folder = Path(output) if output else self.path / "report"
        _command.call("report", run=self.path, output=folder, pictures=pictures)
        return Page(folder / "index.html")

    def __repr__(self) -> str:
        model, counts = self.manifest["model"], self.manifest["counts"]
        return f"Run({str(self.path)!r}: {model['name']}, {counts['profiled']:,} pairs, {self.manifest['status']})"
