"""Pairs of sentences, in whatever form they come."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sextant._error import SextantError

if TYPE_CHECKING:
    import pyarrow

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
    """Whether the pairs are a DataFrame of classic PySpark."""
    return _is(pairs, "pyspark.sql.dataframe")


def is_connect(pairs: Any) -> bool:
    """Whether the pairs are a DataFrame of Spark Connect."""
    return _is(pairs, "pyspark.sql.connect.dataframe")


def _is(pairs: Any, module: str) -> bool:
    return any((kind.__module__, kind.__name__) == (module, "DataFrame") for kind in type(pairs).__mro__)


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
    if library == "pandas" and hasattr(pairs, "to_parquet"):
        try:
            return pyarrow.Table.from_pandas(pairs, preserve_index=False)
        except (pyarrow.ArrowException, TypeError, ValueError) as error:
            raise SextantError(f"a column of the pandas frame is no column of a table: {_first(error)}") from error
    if library == "polars":
        eager = pairs.collect() if hasattr(pairs, "collect") else pairs
        return eager.to_arrow()
    if library == "datasets":
        return _of_hugging_face(pairs)
    if isinstance(pairs, Sequence):
        return _of_records(pairs)
    raise SextantError(
        f"cannot take pairs from {type(pairs).__name__}: give a pandas, polars, Arrow or Spark table, "
        "a Hugging Face Dataset, a path, or a list of tuples of one or two sentences or of dicts"
    )


def _of_hugging_face(pairs: Any) -> pyarrow.Table:
    if isinstance(pairs, dict):
        raise SextantError(f"these are several data sets: choose one, such as pairs[{next(iter(pairs))!r}]")
    if not hasattr(pairs, "__len__"):
        raise SextantError("a streamed data set has no end that is known: take some of it, list(pairs.take(1000))")
    # The whole data set, in the order of its own index.
    return pairs.with_format("arrow")[:]


def write(table: pyarrow.Table, file: str) -> None:
    """Writes pairs as Parquet that Spark reads.

    Raises:
        SextantError: A column cannot be written.
    """
    import pyarrow.parquet

    try:
        for i, field in enumerate(table.schema):
            table = table.set_column(i, field.name, table.column(i).cast(_read_by_spark(field.type)))
        # Spark has no nanoseconds.
        pyarrow.parquet.write_table(table, file, coerce_timestamps="us", allow_truncated_timestamps=True)
    except (pyarrow.ArrowException, ValueError) as error:
        raise SextantError(f"the pairs cannot be written as Parquet: {_first(error)}") from error


def _read_by_spark(kind: Any) -> Any:
    """A type that Spark 3.5 has, for one of Arrow that it has not."""
    import pyarrow
    from pyarrow import types

    if types.is_dictionary(kind):
        return _read_by_spark(kind.value_type)
    if types.is_time(kind) or types.is_null(kind):
        return pyarrow.string()
    if types.is_duration(kind):
        return pyarrow.int64()
    return pyarrow.float32() if types.is_float16(kind) else kind


def _first(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _of_records(pairs: Sequence[Any]) -> pyarrow.Table:
    import pyarrow

    if pairs and all(isinstance(pair, dict) for pair in pairs):
        return pyarrow.Table.from_pylist(list(pairs))
    sizes = {len(pair) if isinstance(pair, (tuple, list)) else 0 for pair in pairs}
    if sizes not in ({1}, {2}):
        raise SextantError(
            "a list of pairs needs tuples that all have one sentence or all have two, such as "
            '[("The cat sat.", "It slept.")]'
        )
    if not all(sentence is None or isinstance(sentence, str) for pair in pairs for sentence in pair):
        raise SextantError("the sentences of a list of pairs must be text, or None")
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
