"""A run on disk: its tables, its pictures and its report."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sextant import figure
from sextant._error import SextantError
from sextant._page import Page

if TYPE_CHECKING:
    import duckdb
    import matplotlib.axes
    import pandas
    import pyarrow

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


class Run:
    """A run: the folder that :func:`sextant.profile` writes.

    Every table is an attribute, as a pandas DataFrame: ``run.head_patterns``, ``run.catalogue`` and so on, as
    docs/tables.md lists them. :meth:`arrow`, :meth:`duckdb` and :meth:`spark` give a table without reading all of it.

    Attributes:
        path: The run's folder.
        manifest: What ``run.json`` says.
        log: What the job said, line by line; empty if the run was opened from disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.log: list[str] = []
        try:
            text = (path / _MANIFEST).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise SextantError(f"{path} is not a run directory: it has no {_MANIFEST}") from None
        self.manifest: dict[str, Any] = json.loads(text)

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

    @property
    def tables(self) -> list[str]:
        """The names of the tables.

        >>> "head_patterns" in RUN.tables
        True
        """
        return sorted({file.parent.name for file in self.path.glob("*/*.parquet")})

    def arrow(self, table: str) -> pyarrow.Table:
        """A table as Arrow's.

        >>> RUN.arrow("catalogue").column_names[:3]
        ['run_id', 'kind', 'key']
        """
        import pyarrow.parquet

        return pyarrow.parquet.read_table(self._folder(table))

    def duckdb(self, table: str) -> duckdb.DuckDBPyRelation:
        """A table as a relation of DuckDB, which is installed apart: ``pip install duckdb``."""
        import duckdb

        return duckdb.read_parquet(f"{self._folder(table)}/*.parquet")

    def spark(self, table: str) -> Any:
        """A table as a DataFrame of Spark.

        >>> RUN.spark("head_patterns").count() == len(RUN.head_patterns)
        True
        """
        from sextant import _spark

        return _spark.session().read.parquet(self._folder(table))

    def __getattr__(self, table: str) -> pandas.DataFrame:
        if table.startswith("_") or "path" not in self.__dict__ or table not in self.tables:
            raise AttributeError(f"a run has no attribute and no table {table}")
        return self.arrow(table).to_pandas()

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def _folder(self, table: str) -> str:
        if table not in self.tables:
            raise SextantError(f"{self.path} has no table {table}; it has {', '.join(self.tables)}")
        return str(self.path / table)

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

        >>> RUN.heat_map("next").get_ylabel()
        'layer'
        """
        rows = self.heads(pattern, part)
        titles = self.catalogue_of("pattern").title
        title = options.pop("title", str(titles.get(pattern, pattern)))
        scale = _scale(rows, column)
        return figure.heat_map(figure.axes(ax), rows, column, title=title, ring=ring, **(scale | options))

    def report(self, output: str | os.PathLike[str] | None = None) -> Page:
        """Draws the report.

        Args:
            output: The folder to write; by default ``report`` in the run's folder.
        """
        from sextant import _command

        folder = Path(output) if output else self.path / "report"
        _command.call("report", "--run", str(self.path), "--output", str(folder))
        return Page(folder / "index.html")

    def __repr__(self) -> str:
        model, counts = self.manifest["model"], self.manifest["counts"]
        return f"Run({str(self.path)!r}: {model['name']}, {counts['profiled']:,} pairs, {self.manifest['status']})"
