"""The JVM that runs Sextant: Spark in a process of its own, or the user's own session of PySpark."""

from __future__ import annotations

import signal
import tempfile
import threading
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from sextant import _java
from sextant._error import SextantError

_LOG_LINES = 20
_lock = threading.Lock()


def jar() -> str:
    """The path of Sextant's jar, which a session of one's own needs to start with.

    ``SparkSession.builder.config("spark.jars", sextant.jar())``

    >>> jar().endswith(".jar")
    True
    """
    return str(Path(__file__).with_name("sextant.jar"))


def start(memory: str = "4g", cores: int | None = None) -> None:
    """Starts Spark for this Python session, in a process of its own that ends with it.

    The first function that needs Spark calls this, so a call is only needed for other values.

    Args:
        memory: The memory of the process, such as ``"4g"``.
        cores: The number of cores that it uses; by default all.

    Raises:
        SextantError: Spark has started already, or there is no Java.
    """
    with _lock:
        if _context() is not None:
            raise SextantError("Spark has started already: call sextant.start first, or stop that session")
        _start(memory, cores)


def session() -> Any:
    """Returns the session of this process, which it starts if there is none."""
    from pyspark.sql import SparkSession

    with _lock:
        if _context() is None:
            _start("4g", None)
        # Not the builder, which would return the session of Spark Connect where there is one.
        spark = SparkSession._instantiatedSession
        if spark is None or spark._sc is not _context():
            spark = SparkSession(_context())
    require_jar(spark)
    return spark


def strings(items: list[str]) -> Any:
    """The items as an array of the JVM."""
    context = _context()
    array = context._gateway.new_array(context._jvm.java.lang.String, len(items))
    for i, item in enumerate(items):
        array[i] = item
    return array


def require_jar(spark: Any) -> None:
    """Refuses a session that was started without Sextant's jar."""
    if not callable(spark._jvm.io.sextant.Sextant):
        raise SextantError(
            "this Spark session was started without Sextant: start it with "
            'SparkSession.builder.config("spark.jars", sextant.jar())'
        )


def _context() -> Any:
    from pyspark import SparkContext

    return SparkContext._active_spark_context


def _start(memory: str, cores: int | None) -> None:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    _java.require()
    if not Path(jar()).exists():
        raise SextantError(f"{jar()} is missing: install the wheel that jobs/python.sh builds")
    settings = {
        "spark.app.name": "sextant",
        "spark.master": f"local[{cores or '*'}]",
        "spark.driver.memory": memory,
        "spark.driver.extraClassPath": jar(),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.executor.heartbeatInterval": "1s",
        "spark.executor.killOnFatalError.depth": "0",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    conf = SparkConf(loadDefaults=False)
    for key, value in settings.items():
        conf.set(key, value)
    before = signal.getsignal(signal.SIGINT)
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        try:
            # The JVM of a session that was stopped is used again: PySpark keeps one for a process.
            gateway = SparkContext._gateway or launch_gateway(conf, {"stdout": DEVNULL, "stderr": log})
            conf = SparkConf(_jvm=gateway.jvm)
            for key, value in settings.items():
                conf.set(key, value)
            context = SparkContext(gateway=gateway, conf=conf)
        except Exception as error:
            log.seek(0)
            last = "".join(log.readlines()[-_LOG_LINES:])
            raise SextantError(f"Spark did not start: {error}\n{last}") from error
    if threading.current_thread() is threading.main_thread():
        # PySpark's own handler of Ctrl-C calls the JVM from within another call of it.
        signal.signal(signal.SIGINT, before)
    SparkSession(context)
