"""What is measured and drawn after a run: effects, comparisons, pools; and dry runs."""

import inspect

import pytest
import sextant
from sextant import _options

# Cuts that heads of random weights exceed, so that there are labels.
LENIENT = {"grades.consistency": 0, "grades.q-value": 1, "grades.mark.present.share": 0.1, "grades.mark.present.lift": 0.5}


@pytest.fixture(scope="module")
def labelled(pairs, masked_lm, tmp_path_factory):
    return sextant.profile(
        pairs,
        model=masked_lm,
        output=tmp_path_factory.mktemp("runs") / "labelled",
        patterns=["next", "delimiter"],
        settings=LENIENT,
        progress=False,
    )


def test_effects_are_measured_on_the_pairs_that_were_profiled(labelled, pairs):
    with pytest.raises(AttributeError, match=r"no table head_effects: effects\(\) measures it"):
        labelled.head_effects  # noqa: B018
    with pytest.raises(sextant.SextantError, match=r"were a pandas.DataFrame, .* give them"):
        sextant.open(labelled.path).effects()
    assert labelled.effects(effect_pairs=4, progress=False) is labelled
    assert labelled.manifest["effects"]["pairs"] == 4
    heads = labelled.head_effects.query("outcome == 'masked_lm_loss'")
    assert len(heads) == labelled.layers * labelled.heads_per_layer
    assert set(labelled.pattern_effects.pattern) <= {"next", "delimiter"}
    # The same in a session that has only the folder, with every keyword.
    first = labelled.arrow("head_effects")
    other = sextant.open(labelled.path).effects(pairs, effect_pairs=4, ablation="mean", effects="all", progress=False)
    assert other.arrow("head_effects") == first
    assert len(other.pattern_effects) > len(labelled.label_effects)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"ablations": "zero"}, r"Run.effects has no option ablations; did you mean ablation\?"),
        ({"ablation": "half"}, "half"),
        ({"effects": "some"}, "some"),
        ({"pairs": [("other", "pairs")]}, "not the one of the run"),
        ({"model": "/no/such"}, "/no/such"),
    ],
)
def test_effects_refuse_what_is_wrong_in_one_line(labelled, options, message):
    with pytest.raises(sextant.SextantError, match=message) as raised:
        labelled.effects(progress=False, **options)
    assert len(str(raised.value).splitlines()) == 1


def test_runs_of_three_corpora_are_pooled(run, pairs, model, tmp_path):
    halves = [
        sextant.profile(half, model=model, output=tmp_path / name, progress=False)
        for name, half in (("first", pairs[:20]), ("second", pairs[20:]))
    ]
    pool = sextant.pool([run, halves[0], str(halves[1].path)], tmp_path / "pool")
    assert pool.tables == ["pooled_shares"]
    assert set(pool.pooled_shares.pattern) == set(run.head_patterns.pattern)
    assert pool.arrow("pooled_shares").num_rows == len(pool.pooled_shares) == len(pool.duckdb("pooled_shares").fetchall())
    assert pool.spark("pooled_shares").count() == len(pool.pooled_shares)
    assert pool.report().html() in (tmp_path / "pool" / "index.html").read_text()
    assert "srcdoc" in pool._repr_html_()
    with pytest.raises(sextant.SextantError, match="from 3 or more"):
        sextant.pool([run, *halves[:1]])


def test_a_comparison_has_tables_and_a_page(run, tmp_path):
    comparison = sextant.compare(run, str(run.path), tmp_path / "difference", margin=0.1, same_heads=True)
    assert "head_differences" in comparison.tables
    assert (comparison.head_differences.difference == 0).all()
    assert comparison.report().path == tmp_path / "difference" / "index.html"
    with pytest.raises(sextant.SextantError, match="margin is a share over 0"):
        sextant.compare(run, run, margin=2)


def test_a_dry_run_predicts_and_writes_nothing(pairs, model, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    predicted = sextant.dry_run(pairs, model=model, progress=False, patterns=["next"])
    assert predicted.pairs == len(pairs)
    assert predicted.longest >= predicted.mean_tokens > 2
    assert predicted.pairs_per_second > 0
    assert predicted.seconds[predicted.cores] <= predicted.seconds[1]
    # The JVM has been there for long: what it costs to start one is no part of a run here.
    assert predicted.besides["start"] < 10
    assert predicted.executor_memory > 2**20
    assert str(predicted).startswith("rows ")
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")
    with pytest.raises(sextant.SextantError, match="dry_run has no option resumes; did you mean resume"):
        sextant.dry_run(pairs, model=model, resumes=True)


def test_tables_and_attributes_of_a_run_have_names_of_their_own(labelled):
    own = set(dir(sextant.Run)) | set(vars(labelled))
    assert own.isdisjoint(labelled.tables)
    assert own.isdisjoint({"head_effects", "pattern_effects", "label_effects", "pair_scores", "pooled_shares"})


@pytest.mark.parametrize(
    ("function", "options"),
    [
        (sextant.profile, _options.Options),
        (sextant.dry_run, _options.Options),
        (sextant.Run.effects, _options.EffectsOptions),
    ],
)
def test_keywords_of_a_function_and_its_options_do_not_clash(function, options):
    assert set(inspect.signature(function).parameters).isdisjoint(options.__annotations__)


def test_pictures_are_drawn_as_asked(run, model, tmp_path):
    run.report(tmp_path / "report", pictures=["png"])
    formats = {file.suffix for file in (tmp_path / "report").rglob("*.*")}
    assert ".png" in formats and not formats & {".svg", ".pdf"}
    sextant.view("the cat", "the dog", model=model, output=tmp_path / "v.html", pictures=["svg"], layer=1, head=[0])
    assert list(tmp_path.glob("v*.svg"))
    with pytest.raises(sextant.SextantError, match="--layer 9: the model has"):
        sextant.view("the cat", model=model, layer=9)
