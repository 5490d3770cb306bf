"""Pairs in the forms of the libraries that make them, beside other columns of any type."""

import datetime
import decimal

import datasets
import numpy
import pandas
import polars
import pyarrow
import pytest
import sextant
from sextant import _pairs


@pytest.fixture(scope="module")
def forms(pairs, tmp_path_factory):
    """The same pairs in every form."""
    tsv = tmp_path_factory.mktemp("with space é") / "pairs ü.tsv"
    pairs.to_csv(tsv, sep="\t", index=False)
    arrow = pyarrow.Table.from_pandas(pairs)
    hugging_face = datasets.Dataset.from_pandas(pairs)
    order = list(range(len(pairs)))
    return {
        "pandas with Arrow's types": pairs.convert_dtypes(dtype_backend="pyarrow"),
        "pandas with categories": pairs.astype("category"),
        "pandas with an index": pairs.set_index(numpy.array(order)[::-1] * 2),
        "polars": polars.from_pandas(pairs),
        "polars, lazy": polars.from_pandas(pairs).lazy(),
        "arrow": arrow,
        "arrow's reader": arrow.to_reader(max_chunksize=7),
        "Hugging Face": hugging_face,
        "Hugging Face, by an index": hugging_face.select(order[::-1]).select(order[::-1]),
        "tuples": list(pairs.itertuples(index=False, name=None)),
        "dicts": pairs.to_dict("records"),
        "path": tsv,
        "paths": [tsv],
    }


def test_pairs_give_the_same_tables_in_whatever_form_they_come(run, forms, model, tmp_path):
    for name, form in forms.items():
        other = sextant.profile(form, model=model, output=tmp_path / name, progress=False)
        assert other.id == run.id, name
        assert other.arrow("head_patterns") == run.arrow("head_patterns"), name
    assert run.manifest["input"]["paths"] == ["dataset:pandas.DataFrame"]


def test_other_columns_may_have_any_type(run, pairs, model, tmp_path):
    n = len(pairs)
    other = pandas.DataFrame(
        {
            "time": pandas.date_range("2024-01-01 00:00:00.123456789", periods=n, tz="Europe/Berlin"),
            "day": [datetime.date(2024, 1, 1)] * n,
            "clock": [datetime.time(1, 2, 3)] * n,
            "took": pandas.to_timedelta(range(n), unit="s"),
            "class": pandas.Categorical(["x"] * n),
            "money": [decimal.Decimal("1.50")] * n,
            "vector": [numpy.zeros(3)] * n,
            "nothing": [None] * n,
            "count": numpy.arange(n, dtype="uint64"),
            "half": numpy.zeros(n, dtype="float16"),
            7: range(n),
        }
    )
    frame = pandas.concat([pairs, other], axis="columns")
    assert sextant.profile(frame, model=model, output=tmp_path / "run", progress=False).id == run.id


@pytest.mark.parametrize("pairs", [["one", "two"], [("a", "b"), ("c",)], [], 3])
def test_pairs_that_are_none_are_refused(pairs, model):
    with pytest.raises(sextant.SextantError, match="tuples"):
        sextant.profile(pairs, model=model, progress=False)


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (pandas.DataFrame({"sentence_a": ["x", 1]}), "column of the pandas frame"),
        (pandas.DataFrame([["x", "y"]], columns=["same", "same"]), "column"),
        ([("x", 1)], "must be text"),
        (datasets.DatasetDict(train=datasets.Dataset.from_dict({"x": []})), r"choose one, such as pairs\['train'\]"),
        (datasets.Dataset.from_dict({"x": ["a"]}).to_iterable_dataset(), "streamed"),
        (pandas.DataFrame({"text": ["x"]}).groupby("text"), "cannot take pairs from DataFrameGroupBy"),
        (pandas.Series(["x"]), "cannot take pairs from Series"),
        (pandas.DataFrame({"sentence_a": ["x"], "half": [[numpy.float16(1)]]}), "no type for a column"),
    ],
)
def test_what_is_no_table_of_pairs_is_told_in_one_line(pairs, message, model):
    with pytest.raises(sextant.SextantError, match=message) as raised:
        sextant.profile(pairs, model=model, progress=False)
    assert len(str(raised.value).splitlines()) == 1


def test_a_data_set_of_hugging_face_is_read_in_its_own_order():
    rows = datasets.Dataset.from_dict({"sentence_a": ["a", "b", "c"]}).select([2, 0])
    assert _pairs.table(rows).to_pydict() == {"sentence_a": ["c", "a"]}
