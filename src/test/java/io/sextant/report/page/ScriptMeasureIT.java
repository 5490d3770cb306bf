package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page reads out of the tables: measures, units, labels, and the order of heads. */
class ScriptMeasureIT {
  /** Four heads; other_score is not a share, and was measured between words only. */
  private static final String DATA =
      """
      {
        shape: { layers: 2, heads: 2 },
        catalogue: {
          scores: [{ column: "share", kind: "share", title: "share" }, { column: "slope", kind: "correlation", title: "slope" }],
          nulls: [{ key: "uniform", column: "lift_uniform", title: "uniform" }, { key: "offset", column: "lift_offset", title: "offsets" }],
        },
        patterns: [{ key: "next", title: "Next word", score: "share" }, { key: "other_score", title: "Other", score: "slope" }],
        units: ["token", "word"],
        slices: [
          { pattern: "next", part: "all", unit: "token", stratum: "all", columns: {
            score: [.9, .5, .1, null], score_low: [.8, .4, null, null], score_high: [1, .6, .2, null],
            grade: ["dominant", "insufficient", "none", null], exhibits: [true, false, false, null],
            null_share: [.1, .2, .3, null], lift_uniform: [9, 5, 1, null], lift_offset: [3, null, 1, null] } },
          { pattern: "next", part: "all", unit: "word", stratum: "all", columns: {} },
          { pattern: "other_score", part: "all", unit: "word", stratum: "all", columns: {} },
        ],
        profiles: { all: { primary_label: ["next", null, "unknown", null] } },
        distances: [[null, .3, .1, .2], [.3, null, .4, null], [.1, .4, null, .5], [.2, null, .5, null]],
      }""";

  private static final String COLUMNS =
      "[{ key: 'n', title: 'Top 1', of: (i) => [2, NaN, 3, 2][i] },"
          + " { key: 't', title: 'T', text: true, of: (i) => ['b', '', 'a', 'c'][i], write: String }]";

  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts = Scripts.open();
  }

  @AfterAll
  static void close() {
    if (scripts != null) {
      scripts.close();
    }
  }

  @Test
  void whetherAScoreIsAShareIsForTheCatalogueToSay() {
    assertThat(list("measures", "['next', 'other_score'].map((key) => m.isShare(data, key))"))
        .isEqualTo(List.of(true, false));
    assertThat(run("measures", "m.scoreOf(data, 'other_score').title")).isEqualTo("slope");
  }

  @Test
  void headsWithTooLittleDataKeepTheirValue() {
    assertThat(list("measures", "m.columnValues(data, data.slices[0], 'score').map(String)"))
        .isEqualTo(List.of("0.9", "0.5", "0.1", "NaN"));
    assertThat(list("measures", "[0, 1, 2].map((i) => m.isShort(data.slices[0], i))"))
        .isEqualTo(List.of(false, true, false));
  }

  @Test
  void chanceIsTheMeanOfTheNullSharesThatThereAre() {
    assertThat((Double) run("measures", "m.chanceOf(data, data.slices[0])"))
        .isCloseTo(.2, within(1e-12));
    assertThat((Double) run("measures", "m.chanceOf(data, data.slices[1])")).isNaN();
  }

  @Test
  void anIntervalNeedsBothOfItsBounds() {
    assertThat(list("measures", "[0, 2, 3].map((i) => m.bounds(data.slices[0], 'score', i))"))
        .isEqualTo(Arrays.asList(List.of(.8, 1), null, null));
  }

  @Test
  void aHeadLooksAtContentOnlyIfItGivesMoreThanItsStrictestNull() {
    String slice =
        "{ columns: { score: [.5, .5, .5, .5, null], lift: [3, 1, 1.2, 3, null],"
            + " lift_low: [2, .9, 1.1, 2, null], lift_high: [4, 1.1, 1.3, 4, null],"
            + " null_name: ['offset', 'offset', 'matched', null, null],"
            + " grade: ['strong', 'none', 'none', 'insufficient', null],"
            + " exhibits: [true, false, false, false, null] } }";
    String answers =
        "[0, 1, 2, 3, 4].map((i) => m.contentAnswer({ sampled: 'sentence' }, " + slice + ", i)";
    assertThat(list("contentanswers", answers + ".answer)"))
        .isEqualTo(
            List.of(
                "yes, strong",
                "no: no more than chance explains",
                "a little: more than chance, but less than a grade needs",
                "too few sentences to say",
                "not measured"));
    assertThat(list("contentanswers", answers + ".numbers)").get(0))
        .isEqualTo(
            ".500 of its attention to content, 3.00 times (2.00 to 4.00) what the head gives to"
                + " each distance on average, whatever stands there");
  }

  @Test
  void onlyTheTableSaysThatAHeadExhibitsAPattern() {
    assertThat(list("measures", "[0, 1, 3].map((i) => m.exhibitsPattern(data.slices[0], i))"))
        .isEqualTo(List.of(true, false, false));
    assertThat(run("measures", "m.exhibitsPattern(data.slices[1], 0)")).isEqualTo(false);
  }

  @Test
  void measuresAreOfferedWhereTheRunHasTheirColumns() {
    assertThat(list("measures", "m.reportMeasures(data).map(({ key }) => key)"))
        .isEqualTo(List.of("share", "lift", "width"));
    assertThat(
            list(
                "measures",
                "(data.slices[1].columns.norm_share = [1], data.profiles.all.noop_index = [1],"
                    + " m.reportMeasures(data).map(({ key }) => key))"))
        .isEqualTo(List.of("share", "lift", "width", "norm_share", "noop_index"));
  }

  @Test
  void nullsAreThoseOfTheCatalogueThatTheHeadHasALiftOver() {
    assertThat(list("shares", "m.nullShares(data, data.slices[0], .9, 0).map(({ name }) => name)"))
        .isEqualTo(List.of("uniform", "offset"));
    assertThat(
            list("shares", "m.nullShares(data, data.slices[0], .5, 1).map(({ value }) => value)"))
        .isEqualTo(List.of(.1));
  }

  @Test
  void aPatternOfOneUnitIsShownInItWhateverIsChosen() {
    assertThat(list("data", "['token', 'word'].map((unit) => m.unitOf(data, 'other_score', unit))"))
        .isEqualTo(List.of("word", "word"));
    assertThat(list("data", "['token', 'word'].map((unit) => m.unitOf(data, 'next', unit))"))
        .isEqualTo(List.of("token", "word"));
    assertThat(list("data", "m.unitChoices(data)")).isEqualTo(List.of("token", "word"));
    assertThat(list("data", "(data.slices.splice(1, 1), m.unitChoices(data))"))
        .as("there is no choice")
        .isEqualTo(List.of());
  }

  @Test
  void aHeadIsNamedByItsLayerAndItsPlaceInIt() {
    assertThat(run("data", "m.headName(data, 3) + ', ' + m.shortName(data, 2)"))
        .isEqualTo("layer 1 head 1, 1-0");
    assertThat(run("data", "m.headCount(data)")).isEqualTo(4);
  }

  @Test
  void aLabelHasTheTitleOfItsPatternOrItsKey() {
    assertThat(list("labels", "[0, 1, 2].map((i) => m.labelTitle(data, i, 'none'))"))
        .isEqualTo(List.of("Next word", "none", "unknown"));
    assertThat(list("labels", "m.labelSays(data, 0)"))
        .isEqualTo(List.of(List.of("primary label", "Next word")));
  }

  @Test
  void headsAreRankedWithTheUnmeasuredLastEitherWay() {
    assertThat(list("table", "m.sorted([0, 1, 2, 3], " + COLUMNS + ", { key: 'n', down: true })"))
        .isEqualTo(List.of(2, 0, 3, 1));
    assertThat(list("table", "m.sorted([3, 2, 1, 0], " + COLUMNS + ", { key: 'n', down: false })"))
        .isEqualTo(List.of(0, 3, 2, 1));
    assertThat(list("table", "m.sorted([0, 1, 2, 3], " + COLUMNS + ", { key: 't', down: false })"))
        .isEqualTo(List.of(2, 0, 3, 1));
    assertThat(list("table", "m.sorted([1, 3, 0], " + COLUMNS + ", { key: 'name', down: true })"))
        .isEqualTo(List.of(3, 1, 0));
  }

  @Test
  void aFilterTakesHeadsThatHaveAllItsWords() {
    String found = "[0, 1, 2, 3].filter(m.filterOf(data, " + COLUMNS + ", '%s'))";
    assertThat(list("filter", found.formatted("LAYER 1"))).isEqualTo(List.of(2, 3));
    assertThat(list("filter", found.formatted("1-0"))).isEqualTo(List.of(2));
    assertThat(list("filter", found.formatted("head 0 b"))).isEqualTo(List.of(0));
    assertThat(list("filter", found.formatted(""))).hasSize(4);
  }

  @Test
  void aFilterComparesTheNumbersOfAColumn() {
    String found = "[0, 1, 2, 3].filter(m.filterOf(data, " + COLUMNS + ", '%s'))";
    assertThat(list("filter", found.formatted("top 1 > 2"))).isEqualTo(List.of(2));
    assertThat(list("filter", found.formatted("n>=2 layer 1"))).isEqualTo(List.of(2, 3));
    assertThat(list("filter", found.formatted("c n = 2"))).isEqualTo(List.of(3));
    assertThat(list("filter", found.formatted("n < 2.5 n > .5"))).isEqualTo(List.of(0, 3));
    assertThat(list("filter", found.formatted("unknown > 0"))).isEmpty();
  }

  @Test
  void theNearestHeadsComeFirstAndNoHeadIsItsOwnNeighbour() {
    assertThat(list("scatter", "m.neighbours(data, 0, 2).map(({ index }) => index)"))
        .isEqualTo(List.of(2, 3));
    assertThat(list("scatter", "m.neighbours(data, 1, 9).map(({ index }) => index)"))
        .isEqualTo(List.of(0, 2));
    assertThat(list("scatter", "m.neighbours({ ...data, distances: null }, 0, 2)")).isEmpty();
  }

  @Test
  void aDifferenceIsFramedIfItIsADiscovery() {
    String columns = "{ columns: { q_value: [.01, .05, .2, null] } }";
    assertThat(list("comparison", "[0, 1, 2, 3].map((i) => m.differs(" + columns + ", i))"))
        .isEqualTo(List.of(true, false, false, false));
  }

  private static Object run(String module, String expression) {
    return scripts.run(module, "((data) => " + expression + ")(" + DATA + ")");
  }

  private static List<?> list(String module, String expression) {
    return (List<?>) run(module, expression);
  }
}
