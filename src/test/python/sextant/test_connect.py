"""A DataFrame of a server of Spark Connect, whose address is in SEXTANT_TEST_CONNECT."""

import os

import pytest
import sextant

ADDRESS = os.environ.get("SEXTANT_TEST_CONNECT")
pytestmark = pytest.mark.skipif(ADDRESS is None, reason="SEXTANT_TEST_CONNECT names no server of Spark Connect")


@pytest.fixture(scope="module")
def session():
    from pyspark.sql.connect.session import SparkSession

    session = SparkSession.builder.remote(ADDRESS).getOrCreate()
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
