import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot
import pytest
import sextant


def test_every_table_is_pandas_arrow_duckdb_and_spark(run):
    for table in run.tables:
        rows = getattr(run, table)
        assert run.arrow(table).num_rows == len(rows)
        assert len(run.duckdb(table).fetchall()) == len(rows)
    assert run.spark("head_patterns").count() == len(run.head_patterns)
    with pytest.raises(AttributeError, match="no table head_pattern"):
        run.head_pattern  # noqa: B018
    with pytest.raises(sextant.SextantError, match="it has catalogue"):
        run.arrow("head_pattern")


def test_heads_are_a_row_each(run):
    rows = run.heads("next")
    assert list(zip(rows.layer, rows["head"])) == [
        (layer, head) for layer in range(run.layers) for head in range(run.heads_per_layer)
    ]
    parts = set(run.head_patterns.query("pattern == 'related'").part)
    assert {run.heads("related", part).part.iloc[0] for part in parts} == parts


def test_a_heat_map_shows_the_scores(run):
    ax = run.heat_map("next", ring=(1, 0))
    drawn = ax.images[0].get_array()
    expected = run.heads("next").pivot(index="layer", columns="head", values="score").to_numpy()
    assert (drawn == expected).all()
    own = matplotlib.pyplot.subplots()[1]
    assert run.heat_map("delimiter", ax=own) is own
    for column in ("shares", "grade"):
        with pytest.raises(sextant.SextantError, match=f"no column of numbers {column}; it has .*share, share_low"):
            run.heat_map("next", column=column)


def test_heat_maps_have_the_scales_of_the_report(run):
    shares = run.heat_map("next").images[0]
    assert shares.get_clim() == (pytest.approx(run.heads("next").null_share.mean()), 1)
    own = run.heat_map("next", least=0, most=0.5).images[0]
    assert own.get_clim() == (0, 0.5)


def test_pages_are_shown_inline_and_are_files(run, model, tmp_path):
    report = run.report()
    assert report.path == run.path / "report" / "index.html"
    assert "srcdoc" in report._repr_html_()
    view = sextant.view("the cat sat .", "-- the dog", model=model, output=tmp_path / "view.html")
    assert view.html().startswith("<!DOCTYPE html>")
    assert sextant.view("the cat sat .", model=model).html() != view.html()
    with pytest.raises(sextant.SextantError, match="has no tokens"):
        sextant.view(" ", model=model)


def test_a_run_is_opened_without_java(run):
    program = "import sextant, sys; print(len(sextant.open(sys.argv[1]).heads('next')))"
    said = subprocess.run(
        [sys.executable, "-c", program, run.path], env={"PATH": "", "JAVA_HOME": "/none"}, capture_output=True, text=True
    )
    assert said.stdout.strip() == str(run.layers * run.heads_per_layer), said.stderr


def test_without_java_the_error_says_so(model):
    program = "import sextant, sys; sextant.profile([('a', 'b')], model=sys.argv[1], progress=False)"
    said = subprocess.run(
        [sys.executable, "-c", program, model], env={"PATH": "", "JAVA_HOME": "/none"}, capture_output=True, text=True
    )
    assert "there is no Java: JAVA_HOME is /none, where no bin/java is; install a JDK or JRE 17" in said.stderr


def test_the_types_are_consistent(tmp_path):
    settings = Path(__file__).with_name("mypy.ini")
    said = subprocess.run(
        [sys.executable, "-m", "mypy", "-p", "sextant", "--config-file", settings, "--cache-dir", tmp_path],
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stdout
