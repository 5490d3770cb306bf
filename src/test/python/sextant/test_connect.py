"""A DataFrame of Spark Connect, from a server that is started for it.

PySpark 4 has the server; for PySpark 3.5, SEXTANT_TEST_CONNECT names its jar.
"""

import os
import socket
import subprocess
import time
from pathlib import Path

import pyspark
import pytest
import sextant

HOME = Path(pyspark.__file__).parent
JAR = os.environ.get("SEXTANT_TEST_CONNECT") or next(map(str, HOME.glob("jars/spark-connect_*.jar")), None)
pytestmark = pytest.mark.skipif(JAR is None, reason="SEXTANT_TEST_CONNECT names no jar of Spark Connect's server")
SECONDS = 60


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": port,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
    }
    command = [HOME / "bin/spark-submit", "--master", "local[2]", "--driver-memory", "1g"]
    command += [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    command += ["--jars", JAR, "--class", "org.apache.spark.sql.connect.service.SparkConnectServer", JAR]
    with open(folder / "said.txt", "wb") as said:
        server = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={**os.environ, "SPARK_HOME": str(HOME)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        end = time.monotonic() + SECONDS
        while not answers(port):
            assert server.poll() is None and time.monotonic() < end, (folder / "said.txt").read_text()
            time.sleep(0.2)
        yield f"sc://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(SECONDS)


@pytest.fixture(scope="module")
def session(address):
    from pyspark.sql.connect.session import SparkSession

    session = SparkSession.builder.remote(address).getOrCreate()
    yield session
    session.stop()


def test_a_dataframe_is_written_to_the_folder_that_is_named_and_profiled(session, pairs, run, model, tmp_path):
    frame = session.createDataFrame(pairs).repartition(3)
    folder = tmp_path / "staged pairs"
    with pytest.raises(sextant.SextantError, match="name a folder .* staging=FOLDER"):
        sextant.profile(frame, model=model, progress=False)
    other = sextant.profile(frame, model=model, staging=folder, output=tmp_path / "run", progress=False)
    assert other.id == run.id
    assert other.arrow("head_patterns") == run.arrow("head_patterns")
    assert other.manifest["configuration"]["input.paths"] == [str(folder)]
    assert sextant.dry_run(folder, model=model, progress=False).pairs == len(pairs)
    # The server's session still works beside ours.
    assert frame.count() == len(pairs)
    with pytest.raises(sextant.SextantError, match="cannot write the pairs to .*staged pairs") as raised:
        sextant.profile(frame, model=model, staging=folder, progress=False)
    assert len(str(raised.value).splitlines()) == 1
