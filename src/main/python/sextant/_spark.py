"""The JVM that runs Sextant: Spark in a process of its own, or the user's own session of PySpark."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from sextant._error import SextantError

_LOG_LINES = 20


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
    from pyspark import SparkContext

    if SparkContext._active_spark_context is not None:
        raise SextantError("Spark has started already: call sextant.start first, or stop that session")
    _start(memory, cores)


def session() -> Any:
    """Returns the session of this process, which it starts if there is none."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context is None:
        _start("4g", None)
    spark = SparkSession.builder.getOrCreate()
    if not hasattr(spark, "_jvm"):
        raise SextantError(
            "this session is Spark Connect's, which has no JVM here: write the pairs with "
            "DataFrame.write.parquet(folder) and profile the folder in a Python without a session"
        )
    require_jar(spark)
    return spark


def require_jar(spark: Any) -> None:
    """Refuses a session that was started without Sextant's jar."""
    if not callable(spark._jvm.io.sextant.Sextant):
        raise SextantError(
            "this Spark session was started without Sextant: start it with "
            'SparkSession.builder.config("spark.jars", sextant.jar())'
        )


def _start(memory: str, cores: int | None) -> None:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    _require_java()
    if not os.path.exists(jar()):
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
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        try:
            gateway = launch_gateway(conf, {"stdout": DEVNULL, "stderr": log})
            context = SparkContext(gateway=gateway, conf=SparkConf(_jvm=gateway.jvm))
        except Exception as error:
            log.seek(0)
            last = "".join(log.readlines()[-_LOG_LINES:])
            raise SextantError(f"Spark did not start: {error}\n{last}") from error
    SparkSession(context)


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if java is None or not os.path.exists(java):
        raise SextantError("there is no Java: install a JDK or JRE 17, or set JAVA_HOME to one")
