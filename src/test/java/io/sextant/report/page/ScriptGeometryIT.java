package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the attention that the views of a pair show, and the layout of charts. */
class ScriptGeometryIT {
  private static final String PAIR =
      "{ tokens: ['[CLS]', 'straw', '##berries', '[SEP]', 'taste'], segments: [0, 0, 0, 0, 1],"
          + " wordOf: [-1, 0, 0, -1, 1], words: ['strawberries', 'taste'] }";

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
  void tokensOfAWordStandTogetherAndDelimitersCanBeLeftOut() {
    String shown = "m.shownItems(" + PAIR + ", { byWord: %s, hideDelimiters: %s })";
    assertThat(list("attention", shown.formatted(true, false) + ".map(({ text }) => text)"))
        .isEqualTo(List.of("[CLS]", "strawberries", "[SEP]", "taste"));
    assertThat(list("attention", shown.formatted(true, true) + ".map(({ tokens }) => tokens)"))
        .isEqualTo(List.of(List.of(1, 2), List.of(4)));
    assertThat(list("attention", shown.formatted(false, true) + ".map(({ text }) => text)"))
        .isEqualTo(List.of("straw", "##berries", "taste"));
  }

  @Test
  void aFilterLeavesOneSentenceOnEitherSide() {
    String sides = "m.sides(" + PAIR + ", { byWord: false, hideDelimiters: false, filter: '%s' })";
    assertThat(list("attention", sides.formatted("1-0") + ".left.map(({ text }) => text)"))
        .isEqualTo(List.of("taste"));
    assertThat(list("attention", sides.formatted("1-0") + ".right")).hasSize(4);
    assertThat(list("attention", sides.formatted("all") + ".right")).hasSize(5);
  }

  @Test
  void attentionToAWordIsTheSumOverItsTokensAndFromAWordTheMean() {
    String map = "Float32Array.of(.5, .25, .25, .25, .5, .25, .75, .125, .125)";
    String word = "[{ tokens: [0, 1] }, { tokens: [2] }]";
    String project = "m.project(" + map + ", 3, " + word + ", %s, %s)";
    assertThat(scripts.numbers("attention", project.formatted(word, false)))
        .containsExactly(.75, .25, .875, .125);
    assertThat(
            scripts.numbers(
                "attention", project.formatted("[{ tokens: [1] }, { tokens: [2] }]", true)))
        .as("over what is shown, rows sum to 1")
        .containsExactly(.6000000238418579, .4000000059604645, .5, .5);
  }

  @Test
  void attentionIsTheSoftmaxOfScaledProducts() {
    assertThat(attend("[1, 0]", "[0, Math.log(3)]", 1)).containsExactly(.25, .75, .5, .5);
    assertThat(attend("[2, 0, 0, 0, 0, 0, 0, 0]", "[0, 0, 0, 0, Math.log(3), 0, 0, 0]", 4))
        .as("divided by the root of the width")
        .containsExactly(.25, .75, .5, .5);
    assertThat(attend("[1000, 0]", "[0, 1000]", 1)).containsExactly(0., 1., .5, .5);
  }

  private static List<Double> attend(String queries, String keys, int width) {
    String arrays = "Float32Array.from(%s), Float32Array.from(%s)".formatted(queries, keys);
    return scripts.numbers("attention", "m.attend(" + arrays + ", 2, " + width + ")").stream()
        .map(weight -> Math.round(weight * 1e6) / 1e6)
        .toList();
  }

  @Test
  void aLineIsShownIfItTouchesWhatIsInFocusOnEverySideThatHasAFocus() {
    String shown = "[[0, 0], [0, 1], [1, 1]].map(([i, j]) => m.isShown(%s, i, j))";
    assertThat(list("lines", shown.formatted("[]"))).isEqualTo(List.of(true, true, true));
    assertThat(list("lines", shown.formatted("[{ side: 'left', i: 0 }]")))
        .isEqualTo(List.of(true, true, false));
    assertThat(list("lines", shown.formatted("[{ side: 'left', i: 0 }, { side: 'right', i: 1 }]")))
        .isEqualTo(List.of(false, true, false));
  }

  @Test
  void ofManyLinesOnlyTheStrongestAreDrawn() {
    assertThat(scripts.number("lines", "m.leastDrawn([{ weights: [.5, .02, .001] }])"))
        .isEqualTo(.01);
    String many = "[...Array(5000).fill(.9), ...Array(8000).fill(.5)]";
    assertThat(scripts.number("lines", "m.leastDrawn([{ weights: " + many + " }])"))
        .isEqualTo(.501);
    assertThat(scripts.numbers("lines", "[60, 61, 200, 201].map(m.rowHeight)"))
        .containsExactly(20., 16., 16., 14.);
  }

  @Test
  void anItemGlowsByTheGreatestWeightFromWhatIsInFocus() {
    String view = "{ left: [0, 1], right: [0, 1], maps: [{ head: 3, weights: [.1, .9, .7, .3] }] }";
    String glow = "m.glowOf(" + view + ", [%s], '%s')";
    String both = "{ side: 'left', i: 0 }, { side: 'left', i: 1 }";
    assertThat(list("lines", glow.formatted(both, "right") + ".map(([{ weight }]) => weight)"))
        .isEqualTo(List.of(.7, .9));
    assertThat(list("lines", glow.formatted("{ side: 'right', i: 0 }", "left") + ".flat()"))
        .isEqualTo(List.of(Map.of("head", 3, "weight", .1), Map.of("head", 3, "weight", .7)));
    assertThat(scripts.run("lines", glow.formatted(both, "left"))).isNull();
  }

  @Test
  void offsetsAreAddedByTheDistanceOfKeyAndQuery() {
    // Query 0 sees key 1 with a bias, and query 1 does not see key 0.
    String offsets = "m.offsetsOf([[null, 0, Math.log(3)]], 5)";
    assertThat(list("pair", offsets + ".map(String)"))
        .isEqualTo(List.of("-Infinity", "0", "" + Math.log(3)));
    String map =
        "m.attend(new Float32Array(2), new Float32Array(2), 2, 1, [-Infinity, 0, Math.log(3)])";
    assertThat(scripts.numbers("attention", map).stream().map(Double::floatValue))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1)
        .containsExactly(.25f, .75f, 0f, 1f);
  }

  @Test
  void theNeuronViewHasTheBiasAsAColumnOfItsOwn() {
    String vectors =
        "vectors: () => ({ queries: new Float32Array(4), keys: new Float32Array(4), width: 2, offsets: [-Infinity, 0, Math.log(3)] })";
    String look = "m.neuronLook({ tokens: ['a', 'b'], wordOf: [0, 1], " + vectors + " }, 0, 0, %d)";
    assertThat(scripts.run("neurons", look.formatted(0) + ".softmax[1]")).isEqualTo(.75);
    assertThat(
            scripts.run(
                "neurons", "m.neuronSays(" + look.formatted(1) + ", { what: 'weight', j: 0 })"))
        .isEqualTo("b to a: q·k / √2 = .000, bias −∞, attention .000");
    assertThat(scripts.text("neurons", "m.biasSays([0, -Infinity])"))
        .contains("layer's window")
        .doesNotContain("depends on the distance");
    assertThat(scripts.text("neurons", "m.biasSays([0, -2, -Infinity])"))
        .contains("layer's window", "depends on the distance");
    assertThat(scripts.text("neurons", "m.biasSays([0, -2])")).doesNotContain("window");
    String columns = "m.neuronColumns({ width: 2, bias: %s })";
    assertThat(
            scripts.run(
                "neurons",
                columns.formatted("[0, 1]")
                    + ".softmax - "
                    + columns.formatted("null")
                    + ".softmax"))
        .isEqualTo(58);
  }

  @Test
  void theNeuronViewFindsTheNumberUnderThePointer() {
    String look = "{ tokens: ['a', 'b'], width: 8 }";
    String columns = "m.neuronColumns(" + look + ")";
    assertThat(scripts.run("neurons", "m.neuronAt(" + look + ", 130 + 4.5 * 3 + 2, 96 + 18 + 5)"))
        .isEqualTo(Map.of("what", "key", "j", 1, "d", 3));
    assertThat(scripts.run("neurons", "m.neuronAt(" + look + ", 131, 40)"))
        .isEqualTo(Map.of("what", "query", "d", 0));
    assertThat(scripts.run("neurons", "m.neuronAt(" + look + ", " + columns + ".product + 1, 97)"))
        .isEqualTo(Map.of("what", "product", "j", 0, "d", 0));
    assertThat(scripts.run("neurons", "m.neuronAt(" + look + ", " + columns + ".softmax, 97)"))
        .isEqualTo(Map.of("what", "weight", "j", 0));
    assertThat(scripts.run("neurons", "m.neuronAt(" + look + ", 131, 999)")).isNull();
  }

  @Test
  void aKeptMapIsFilledFromItsGaps() {
    assertThat(
            scripts.numbers(
                "head",
                "m.exemplarPair({ tokens: ['a', 'b'], gaps: [1, 2], weights: [5000, 2500], layer: 0, head: 0 })"
                    + ".weights()"))
        .containsExactly(0., .5, 0., .25);
  }

  @Test
  void vectorsAreUnpackedFromWholeNumbersHeadByHead() {
    assertThat(
            scripts.numbers(
                "pair", "m.unpack({ unit: .5, values: btoa('\\x01\\x00\\xff\\xff\\x00\\x01') })"))
        .containsExactly(.5, -.5, 128.);
    assertThat(
            scripts.numbers(
                "pair", "m.ofHead(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7), 2, 2, 1, 2)"))
        .as("two tokens of two heads of two numbers")
        .containsExactly(2., 3., 6., 7.);
  }

  @Test
  void aLineBreaksWhereNothingWasMeasured() {
    assertThat(scripts.text("offsets", "m.brokenLine([1, 2, null, 4], (i) => 10 * i, (v) => -v)"))
        .isEqualTo("M0 -1L10 -2M30 -4");
    assertThat(list("offsets", "[-96, -10, 0, 1, 11].map((offset) => m.offsetName(offset))"))
        .isEqualTo(List.of("−96…", "−10", "0", "+1", "+11…"));
  }

  @Test
  void distancesLookAsTheyAreOnBothAxes() {
    assertThat(list("scatter", "[0, 1, 2].map(m.planePlaces([0, 1, 2], [0, 4, 0], [0, 0, 1]))"))
        .isEqualTo(Arrays.asList(List.of(28, 343), List.of(692, 343), List.of(28, 177)));
  }

  @Test
  void hatchingStaysInsideItsSquare() {
    assertThat(scripts.text("heatmap", "m.hatch(10, 20, 10)"))
        .isEqualTo("M10 27L17 20M14 30L20 24");
  }

  @Test
  void arrowsStepAndOtherKeysDoNot() {
    assertThat(list("controls", "['ArrowUp', 'ArrowRight', 'Enter'].map(m.stepOf)"))
        .isEqualTo(Arrays.asList(List.of(-1, 0), List.of(0, 1), null));
  }

  private static List<?> list(String module, String expression) {
    return scripts.list(module, expression);
  }
}
