from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sextant._error import SextantError

if TYPE_CHECKING:
    import duckdb
    import pandas
    import pyarrow

_EFFECTS = ("head_effects", "pattern_effects", "label_effects")


class Tables:
    """A folder of Parquet tables. Each is an attribute, as a pandas DataFrame.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

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
            hint = ": effects() measures it" if table in _EFFECTS else ""
            raise AttributeError(f"a {type(self).__name__.lower()} has no attribute and no table {table}{hint}")
        return self.arrow(table).to_pandas()

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def _folder(self, table: str) -> str:
        if table not in self.tables:
            raise SextantError(f"{self.path} has no table {table}; it has {', '.join(self.tables)}")
        return str(self.path / table)
