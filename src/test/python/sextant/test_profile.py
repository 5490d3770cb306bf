import subprocess
import sys
from pathlib import Path

import pytest
import sextant

SESSION = Path(__file__).with_name("own_session.py")


def test_keywords_are_the_options_of_the_command_line(pairs, model, tmp_path):
    renamed = pairs.rename(columns={"sentence_a": "premise", "sentence_b": "hypothesis"})
    run = sextant.profile(
        renamed,
        model=model,
        output=tmp_path / "run",
        progress=False,
        sentence_a="premise",
        sentence_b="hypothesis",
        patterns=["next", "delimiter"],
        no_cooccurrence=True,
        settings={"grades.min-pairs": 10},
    )
    assert set(run.head_patterns.pattern) == {"next", "delimiter"}
    assert run.manifest["configuration"]["grades.min-pairs"] == 10
    assert run.manifest["configuration"]["cooccurrence.enabled"] is False
    with pytest.raises(sextant.SextantError, match="exists: choose another"):
        sextant.profile(renamed, model=model, output=tmp_path / "run", progress=False)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sentense_a": "x"}, "did you mean sentence_a"),
        ({"resume": True, "overwrite": True}, "contradicts"),
        ({"sentence_a": "nothing"}, "has no column 'nothing'"),
        ({"precision": "int3"}, "int3"),
        ({"settings": {"grade.min-pairs": 1}}, "unknown setting grade.min-pairs"),
    ],
)
def test_what_is_wrong_is_one_line(options, message, pairs, model, tmp_path):
    with pytest.raises(sextant.SextantError, match=message) as raised:
        sextant.profile(pairs, model=model, output=tmp_path / "run", progress=False, **options)
    assert len(str(raised.value).splitlines()) == 1


def test_a_model_that_is_nowhere_is_refused(pairs):
    with pytest.raises(sextant.SextantError, match="no-such/model"):
        sextant.profile(pairs, model="no-such/model", progress=False)


def test_the_bar_goes_to_the_end(pairs, model, capfd):
    sextant.profile(pairs, model=model)
    assert f"{len(pairs)}/{len(pairs)}" in capfd.readouterr().err


def test_nothing_is_printed_without_the_bar(pairs, model, capfd):
    sextant.profile(pairs, model=model, progress=False).report()
    assert capfd.readouterr() == ("", "")


def test_a_session_that_lacks_the_jar_is_refused_with_what_to_do(pairs, model, tmp_path):
    pairs.to_parquet(tmp_path / "pairs.parquet")
    said = subprocess.run(
        [sys.executable, SESSION, tmp_path / "pairs.parquet", model], capture_output=True, text=True
    )
    assert said.returncode == 1
    assert 'start it with SparkSession.builder.config("spark.jars", sextant.jar())' in said.stderr


def test_a_dataframe_of_spark_connect_needs_a_folder(model):
    connect = type("DataFrame", (), {"__module__": "pyspark.sql.connect.dataframe"})()
    with pytest.raises(sextant.SextantError, match="staging=FOLDER"):
        sextant.profile(connect, model=model, progress=False)
    with pytest.raises(sextant.SextantError, match="staging is for a DataFrame of Spark Connect"):
        sextant.profile([("a", "b")], model=model, staging="folder")
