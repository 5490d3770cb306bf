import subprocess
import sys
from pathlib import Path

import polars
import pyarrow
import pytest
import sextant
from sextant import _profile

SESSION = Path(__file__).with_name("own_session.py")


def test_pairs_give_the_same_tables_in_whatever_form_they_come(run, pairs, model, tmp_path):
    tsv = tmp_path / "pairs.tsv"
    pairs.to_csv(tsv, sep="\t", index=False)
    forms = {
        "polars": polars.from_pandas(pairs),
        "arrow": pyarrow.Table.from_pandas(pairs),
        "tuples": list(pairs.itertuples(index=False, name=None)),
        "path": tsv,
    }
    for name, form in forms.items():
        other = sextant.profile(form, model=model, output=tmp_path / name, progress=False)
        assert other.id == run.id, name
        assert other.arrow("head_patterns") == run.arrow("head_patterns"), name
    assert run.manifest["input"]["paths"] == ["dataset:pandas.DataFrame"]


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


@pytest.mark.parametrize("pairs", [["one", "two"], [("a", "b"), ("c",)], [], 3])
def test_pairs_that_are_none_are_refused(pairs, model):
    with pytest.raises(sextant.SextantError, match="tuples"):
        sextant.profile(pairs, model=model, progress=False)


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


def test_a_dataframe_of_spark_connect_is_refused_with_what_to_do(model):
    connect = type("DataFrame", (), {"__module__": "pyspark.sql.connect.dataframe"})()
    with pytest.raises(sextant.SextantError, match="write.parquet"):
        sextant.profile(connect, model=model, progress=False)


def test_switches_that_are_off_set_nothing():
    assert _profile._settings({"resume": False, "mlm_pairs": None, "no_cooccurrence": True}) == {"cooccurrence.enabled": False}
