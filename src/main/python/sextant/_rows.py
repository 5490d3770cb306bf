"""Pairs, handed to the JVM."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sextant import _pairs, _spark
from sextant._error import SextantError


@dataclass(frozen=True)
class Rows:
    """Pairs in a session of Spark.

    Attributes:
        session: The JVM's session.
        java: The JVM's class that starts jobs.
        dataset: The JVM's Dataset; None where the settings name the input.
        named: The setting that names the input.
    """

    session: Any
    java: Any
    dataset: Any
    named: dict[str, list[str]]


def files(paths: list[str]) -> Rows:
    """The pairs of files or of a table."""
    return _rows(_spark.session(), None, paths)


@contextmanager
def read(pairs: Any, staging: str | os.PathLike[str] | None) -> Iterator[Rows]:
    """The pairs in whatever form they come; what is written for them is deleted in the end.

    Args:
        staging: The folder for a DataFrame of Spark Connect.

    Raises:
        SextantError: The pairs cannot be used.
    """
    connects = _pairs.is_connect(pairs)
    if staging is not None and not connects:
        raise SextantError("staging is for a DataFrame of Spark Connect: leave it out")
    paths = _pairs.paths(pairs)
    name = [f"dataset:{_pairs.name(pairs)}"]
    if paths is not None:
        yield files(paths)
    elif connects:
        yield files([_staged(pairs, staging)])
    elif _pairs.is_spark(pairs):
        _spark.require_jar(pairs.sparkSession)
        yield _rows(pairs.sparkSession, pairs._jdf, name)
    else:
        table = _pairs.table(pairs)
        with tempfile.TemporaryDirectory(prefix="sextant-pairs-") as folder:
            file = os.path.join(folder, "pairs.parquet")
            _pairs.write(table, file)
            session = _spark.session()
            yield _rows(session, _dataset(session, file), name)


def _dataset(session: Any, file: str) -> Any:
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    try:
        return session._jsparkSession.read().parquet(_spark.strings([file]))
    except (Py4JJavaError, PySparkException) as error:
        raise SextantError(
            "Spark has no type for a column of the pairs: leave out those that are no sentence, id or group"
        ) from error


def _rows(session: Any, dataset: Any, paths: list[str]) -> Rows:
    java = session._jvm.io.sextant.python.PythonRun
    return Rows(session._jsparkSession, java, dataset, {"input.paths": paths})


def _staged(pairs: Any, staging: str | os.PathLike[str] | None) -> str:
    """Has the server of Spark Connect write its DataFrame, and returns the folder."""
    if staging is None:
        raise SextantError(
            "this DataFrame is Spark Connect's, which has no JVM here: name a folder that its server writes and "
            "this machine reads, staging=FOLDER, and the pairs are written there as Parquet and profiled"
        )
    folder = os.fspath(staging)
    try:
        pairs.write.parquet(folder)
    except Exception as error:
        first = str(error).strip().splitlines()[0]
        raise SextantError(f"the server of Spark Connect cannot write the pairs to {folder}: {first}") from error
    return folder
