"""Pairs of sentences, in whatever form they come."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sextant._error import SextantError

if TYPE_CHECKING:
    import pyarrow

CONNECT = (
    "this DataFrame is Spark Connect's, which has no JVM here: write it with "
    "DataFrame.write.parquet(folder) and profile the folder in a Python without a session"
)


def paths(pairs: Any) -> list[str] | None:
    """The paths, globs or ``table:NAME`` that the pairs are read from; None for anything else.

    >>> paths("pairs.tsv")
    ['pairs.tsv']
    >>> paths([("a", "b")]) is None
    True
    """
    if isinstance(pairs, (str, os.PathLike)):
        return [os.fspath(pairs)]
    if isinstance(pairs, (list, tuple)) and pairs and all(isinstance(item, Path) for item in pairs):
        return [os.fspath(item) for item in pairs]
    return None


def is_spark(pairs: Any) -> bool:
    """Whether the pairs are a DataFrame of classic PySpark.

    Raises:
        SextantError: They are a DataFrame of Spark Connect.
    """
    kinds = {(kind.__module__, kind.__name__) for kind in type(pairs).__mro__}
    if ("pyspark.sql.connect.dataframe", "DataFrame") in kinds:
        raise SextantError(CONNECT)
    return ("pyspark.sql.dataframe", "DataFrame") in kinds


def table(pairs: Any) -> pyarrow.Table:
    """The pairs as an Arrow table with a row a pair.

    >>> table([("a cat", "a dog"), ("one", "two")]).column_names
    ['sentence_a', 'sentence_b']
    >>> table([("alone",)]).num_rows
    1
    """
    import pyarrow

    if isinstance(pairs, pyarrow.Table):
        return pairs
    if isinstance(pairs, (pyarrow.RecordBatch, pyarrow.RecordBatchReader)):
        batches = [pairs] if isinstance(pairs, pyarrow.RecordBatch) else list(pairs)
        return pyarrow.Table.from_batches(batches, pairs.schema)
    library = type(pairs).__module__.split(".")[0]
    if library == "pandas":
        return pyarrow.Table.from_pandas(pairs, preserve_index=False)
    if library == "polars":
        eager = pairs.collect() if hasattr(pairs, "collect") else pairs
        return eager.to_arrow()
    if library == "datasets" and hasattr(pairs, "with_format"):
        # The whole data set, in the order of its own index.
        return pairs.with_format("arrow")[:]
    if isinstance(pairs, Sequence):
        return _of_tuples(pairs)
    raise SextantError(
        f"cannot take pairs from {type(pairs).__name__}: give a pandas, polars, Arrow or Spark table, "
        "a Hugging Face Dataset, a path, or a list of tuples of one or two sentences"
    )


def _of_tuples(pairs: Sequence[Any]) -> pyarrow.Table:
    import pyarrow

    sizes = {len(pair) if isinstance(pair, (tuple, list)) else 0 for pair in pairs}
    if sizes not in ({1}, {2}):
        raise SextantError(
            "a list of pairs needs tuples that all have one sentence or all have two, such as "
            '[("The cat sat.", "It slept.")]'
        )
    names = ["sentence_a", "sentence_b"][: sizes.pop()]
    columns = [pyarrow.array([pair[i] for pair in pairs], pyarrow.string()) for i in range(len(names))]
    return pyarrow.table(columns, names=names)


def name(pairs: Any) -> str:
    """What a run's record calls the pairs.

    >>> name([("a", "b")])
    'list'
    """
    library = type(pairs).__module__.split(".")[0]
    return type(pairs).__name__ if library == "builtins" else f"{library}.{type(pairs).__name__}"
