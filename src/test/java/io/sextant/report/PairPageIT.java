package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.sextant.attention.EncoderKind;
import io.sextant.attention.RandomBert;
import io.sextant.attention.ScoreOffsets;
import io.sextant.report.draw.Notation;
import io.sextant.view.PairVectors;
import io.sextant.view.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the views of a pair in a browser by the lines and numbers that they draw. */
class PairPageIT extends PageInBrowser {
  private static final List<String> TOKENS =
      List.of("[CLS]", "the", "cat", "[SEP]", "straw", "##berries", "taste", "[SEP]");
  private static final int[] SEGMENTS = {0, 0, 0, 0, 1, 1, 1, 1};
  private static final int N = TOKENS.size();
  private static final Pattern LINE = Pattern.compile("M0 ([0-9.]+)L260 ([0-9.]+)");
  private static final Pattern PATH =
      Pattern.compile(
          "<path d=\"([^\"]+)\"[^>]*stroke=\"([^\"]+)\"[^>]*stroke-opacity=\"([^\"]+)\"");

  /** The height of a sheet of Letter between margins of one centimetre, in pixels. */
  private static final int PAGE = 980;

  /** A line that was drawn: its two tokens, its opacity and its colour. */
  private record Line(int from, int to, double opacity, String color) {}

  @TempDir static Path folder;
  private static PairVectors pair;
  private static Path file;

  @BeforeAll
  static void write() {
    pair = random(TOKENS, SEGMENTS, 3, 4, 8);
    file = folder.resolve("pair.html");
    PairReport.writePage(pair, file);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axeFindsNothing(ColorScheme paper) {
    page = browser.show(file, 1400, paper);
    for (String view : page.locator("nav button").allTextContents()) {
      page.click("nav button:text-is('" + view + "')");
      Accessibility.assertNothingIsFound(page, view);
    }
  }

  @Test
  void linesAreAsOpaqueAsTheWeightWhateverElseIsShown() throws IOException {
    page = browser.show(file);
    List<Line> all = lines();
    isolate(2);
    List<Line> alone = lines();
    double[] map = pair.attention(0, 2);
    for (Line line : alone) {
      assertThat(line.opacity()).isCloseTo(map[line.from() * N + line.to()], within(.0051));
    }
    assertThat(alone).hasSize((int) Arrays.stream(map).filter(weight -> weight >= .01).count());
    assertThat(all).containsAll(alone);
    assertThat(alone).extracting(Line::color).containsOnly("rgb(34,136,51)");
  }

  @Test
  void thicknessCanShowTheWeight() throws IOException {
    page = browser.show(file);
    choose("Weight is", "thickness");
    assertThat(lines()).extracting(Line::opacity).containsOnly(.75);
  }

  @Test
  void aSquareShowsHidesAndIsolatesItsHead() throws IOException {
    page = browser.show(file);
    page.click(square(1));
    assertThat(shownHeads()).containsExactly("0", "2", "3");
    assertThat(lines()).extracting(Line::color).doesNotContain("rgb(238,102,119)");
    page.click(square(1));
    assertThat(shownHeads()).containsExactly("0", "1", "2", "3");
    isolate(3);
    assertThat(shownHeads()).containsExactly("3");
    isolate(3);
    assertThat(shownHeads()).containsExactly("0", "1", "2", "3");
    page.focus(square(0));
    page.keyboard().press("Shift+Enter");
    assertThat(shownHeads()).containsExactly("0");
    page.click("button:text-is('none')");
    assertThat(lines()).isEmpty();
    page.click("button:text-is('all')");
    assertThat(shownHeads()).hasSize(4);
  }

  @Test
  void theLayerCanBeChosenAndWeightsAreThoseOfTheModel() {
    page = browser.show(file);
    choose("Layer", "2");
    isolate(1);
    page.hover(token("left", 2));
    double[] map = pair.attention(2, 1);
    double greatest = Arrays.stream(map, 2 * N, 3 * N).max().orElseThrow();
    assertThat(page.locator(".readout").textContent())
        .startsWith("from cat to ")
        .contains(Notation.exactShare(greatest));
    page.hover(token("right", 4));
    assertThat(page.locator(".readout").textContent()).startsWith("to straw from ");
  }

  @Test
  void sentencesAreFilteredWithAndWithoutRenormalising() throws IOException {
    page = browser.show(file);
    isolate(0);
    choose("Sentences", "0-1");
    assertThat(texts("left")).containsExactly("[CLS]", "the", "cat", "[SEP]");
    assertThat(texts("right")).containsExactly("straw", "##berries", "taste", "[SEP]");
    double[] map = pair.attention(0, 0);
    double sum = Arrays.stream(map, 2 * N + 4, 3 * N).sum();
    assertThat(weightFrom(2)).isCloseTo(sum, within(.025));
    page.check("label:has-text('renormalise') input");
    assertThat(weightFrom(2)).isCloseTo(1, within(.025));
    choose("Sentences", "1-0");
    assertThat(texts("left")).containsExactly("straw", "##berries", "taste", "[SEP]");
    choose("Sentences", "1-1");
    assertThat(texts("left")).isEqualTo(texts("right"));
  }

  @Test
  void delimitersAreHiddenAndTokensBecomeWords() throws IOException {
    page = browser.show(file);
    page.check("label:has-text('hide delimiters') input");
    assertThat(texts("left")).containsExactly("the", "cat", "straw", "##berries", "taste");
    choose("By", "words");
    assertThat(texts("right")).containsExactly("the", "cat", "strawberries", "taste");
    isolate(0);
    double[] map = pair.attention(0, 0);
    double expected = (map[4 * N + 1] + map[5 * N + 1]) / 2;
    double drawn =
        lines().stream()
            .filter(line -> line.from() == 2 && line.to() == 0)
            .mapToDouble(Line::opacity)
            .sum();
    assertThat(drawn).as("mean over the word's tokens").isCloseTo(expected, within(.0051));
  }

  @Test
  void oneOrSeveralTokensAreSelected() throws IOException {
    page = browser.show(file);
    page.click(token("left", 1));
    page.click(token("left", 4));
    assertThat(lines()).extracting(Line::from).containsOnly(1, 4);
    page.click(token("right", 2));
    assertThat(lines()).extracting(Line::to).containsOnly(2);
    Browser.assertCount(page.locator("[aria-selected='true']"), 3);
    page.click("text=clear selection");
    Browser.assertCount(page.locator("[aria-selected='true']"), 0);
    page.focus(token("left", 0));
    page.keyboard().press("ArrowDown");
    page.keyboard().press(" ");
    assertThat(page.locator(".left [aria-selected='true']").textContent()).isEqualTo("the");
    page.keyboard().press("Escape");
    Browser.assertCount(page.locator("[aria-selected='true']"), 0);
  }

  @Test
  void pointingAtATokenLightsWhatItAttendsTo() {
    page = browser.show(file);
    isolate(0);
    page.hover(token("left", 2));
    double weight = pair.attention(0, 0)[2 * N + 6];
    String background = page.locator(token("right", 6)).getAttribute("style");
    assertThat(background).contains("rgba(68, 119, 170");
    String alpha = background.replaceAll("(?s).*?rgba\\(68, 119, 170, ([0-9.]+)\\).*", "$1");
    assertThat(Double.parseDouble(alpha)).isCloseTo(weight, within(.011));
  }

  @Test
  void theCanvasHasTheLines() {
    page = browser.show(file);
    assertThat(Browser.ink(page, ".columns canvas")).isPositive();
    page.click("button:text-is('none')");
    assertThat(Browser.ink(page, ".columns canvas")).isZero();
  }

  @Test
  void theModelViewDrawsEveryHeadInTheChosenColors() throws IOException {
    page = browser.show(file);
    tab("Model view");
    Browser.assertCount(page.locator(".thumb"), 12);
    for (int layer = 0; layer < 3; layer++) {
      for (int head = 0; head < 4; head++) {
        String thumb = ".thumb[aria-label='enlarge layer %d head %d'] canvas";
        String canvas = thumb.formatted(layer, head);
        page.waitForCondition(() -> Browser.ink(page, canvas) > 100);
      }
    }
    assertThat(page.locator(".thumb[tabindex='0']").count()).as("reached by Tab").isEqualTo(1);
    String byHead = saved();
    choose("Colours by", "layer");
    assertThat(strokes(byHead)).as("a colour for each head").hasSize(4);
    assertThat(strokes(saved())).as("a colour for each layer").hasSize(3);
  }

  @Test
  void aHeadOfTheModelViewIsEnlargedInPlaceAndGoesBack() throws IOException {
    page = browser.show(file);
    tab("Model view");
    page.click(thumb(1, 2));
    assertThat(page.url()).endsWith("#model/6");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 1 head 2");
    double[] map = pair.attention(1, 2);
    assertThat(lines()).hasSize((int) Arrays.stream(map).filter(weight -> weight >= .01).count());
    page.keyboard().press("Escape");
    Browser.assertCount(page.locator(".thumb"), 12);
    assertThat(page.locator(thumb(1, 2)).evaluate("thumb => thumb === document.activeElement"))
        .isEqualTo(true);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Enter");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 2 head 1");
    page.goBack();
    Browser.assertCount(page.locator(".thumb"), 12);
    page.goForward();
    page.click("text=show its matrix");
    assertThat(page.url()).endsWith("#matrix/9");
  }

  @Test
  void theMatrixShowsEveryWeightOfOneHead() {
    page = browser.show(file);
    tab("Matrix");
    choose("Layer", "2");
    choose("Head", "1");
    double[] map = pair.attention(2, 1);
    Locator squares = page.locator(".matrix canvas");
    squares.hover(new Locator.HoverOptions().setPosition(34 * 6 + 17, 34 * 2 + 17));
    String weight = Notation.exactShare(map[2 * N + 6]);
    assertThat(page.locator(".readout").textContent()).isEqualTo("from cat to taste " + weight);
    assertThat(page.locator(".spot .value").textContent()).isEqualTo(weight);
    squares.focus();
    page.mouse().move(0, 0);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".readout").textContent())
        .isEqualTo("from the to [CLS] " + Notation.exactShare(map[N]));
    double greatest = Arrays.stream(map).max().orElseThrow();
    String legend = page.locator("svg[aria-label^='Colours']").getAttribute("aria-label");
    assertThat(Double.parseDouble("0" + legend.replaceFirst(".* to (1?)(\\.\\d+)?$", "$1$2")))
        .isGreaterThanOrEqualTo(greatest * .99);
  }

  @Test
  void weightsOfSelectedTokensAreSummed() throws IOException {
    page = browser.show(file);
    tab("Matrix");
    double[] map = pair.attention(0, 0);
    page.click(token("left", 1));
    page.click(token("left", 2));
    page.mouse().move(0, 0);
    double[] received = new double[N];
    Arrays.setAll(received, key -> map[N + key] + map[2 * N + key]);
    double most = Arrays.stream(received).max().orElseThrow();
    assertThat(page.locator(".readout").textContent())
        .startsWith("from the + cat to ")
        .contains(Notation.exactShare(most).replaceFirst("^\\.", "."));
    page.focus(token("right", 0));
    page.keyboard().press("ArrowRight");
    page.keyboard().press(" ");
    page.mouse().move(0, 0);
    assertThat(page.locator(".readout").textContent())
        .isEqualTo("from the + cat to the: " + Notation.exactShare(received[1]));
    String svg = saved();
    assertThat(Xml.texts(svg)).contains(Notation.share(map[2 * N + 1]), "##berries");
  }

  @Test
  void everythingIsPrintedOnLightPaper() throws IOException {
    page = browser.show(file, 1400, ColorScheme.DARK);
    for (String view : List.of("Head view", "Matrix", "Model view", "Neuron view")) {
      tab(view);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.evaluate("dispatchEvent(new Event('beforeprint'))");
      Locator printed = page.locator(".printed svg");
      assertThat(printed.isVisible()).as(view).isTrue();
      assertThat(printed.getAttribute("viewBox")).isEqualTo(viewBox(saved()));
      assertThat(printed.innerHTML().contains("#e6e6e3")).as("ink of dark paper").isFalse();
      assertThat(printed.innerHTML().contains("#a3a7ac")).as("faint on dark paper").isFalse();
      assertThat(page.locator("canvas >> visible=true").count()).as(view).isZero();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      page.evaluate("dispatchEvent(new Event('afterprint'))");
      Browser.assertCount(printed, 0);
    }
  }

  @Test
  void aPrintFitsOnePageAndSaysWhatTheControlsSay() throws IOException {
    page = browser.show(file, 718, ColorScheme.LIGHT);
    choose("Layer", "2");
    isolate(1);
    choose("Sentences", "0-1");
    page.check("label:has-text('hide delimiters') input");
    assertThat(printedTitle()).isEqualTo("Layer 2, head 1, A to B, without delimiters");
    tab("Neuron view");
    choose("Layer", "1");
    choose("Head", "3");
    assertThat(printedTitle()).isEqualTo("Layer 1, head 3");
    page.context().close();
    Path large = folder.resolve("deep.html");
    PairReport.writePage(random(Collections.nCopies(60, "word"), new int[60], 12, 12, 8), large);
    page = browser.show(large, 718, ColorScheme.LIGHT);
    for (String view : List.of("Model view", "Neuron view", "Matrix")) {
      tab(view);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.evaluate("dispatchEvent(new Event('beforeprint'))");
      assertThat(page.locator(".printed svg").boundingBox().height)
          .as(view + ", with the text above it, on one page")
          .isLessThan(PAGE - page.locator(".printed").boundingBox().y);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }

  /** Begins to print, and returns the title of what is printed. */
  private String printedTitle() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    String title = page.locator(".printed").innerText();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    return title.lines().findFirst().orElse("");
  }

  @Test
  void oneSentenceIsNoPair() {
    Path alone = folder.resolve("alone.html");
    PairReport.writePage(random(TOKENS.subList(0, 4), new int[4], 1, 2, 4), alone);
    page = browser.show(alone);
    for (String view : page.locator("nav button").allTextContents()) {
      tab(view);
      assertThat(page.locator("header, main").allInnerTexts().toString())
          .as(view)
          .doesNotContainPattern("(?i)\\bpairs?\\b")
          .contains("attends to one sentence");
    }
  }

  @Test
  void anAddressOfNoViewShowsTheFirst() {
    page = browser.show(file);
    page.evaluate("window.location.hash = 'maps/3'");
    Browser.assertCount(page.locator("nav button[aria-current='page']"), 1);
    assertThat(page.locator("main section").getAttribute("aria-label")).isEqualTo("Head view");
  }

  @Test
  void theNeuronViewShowsWhereAWeightComesFrom() {
    page = browser.show(file);
    tab("Neuron view");
    choose("Layer", "1");
    choose("Head", "3");
    choose("Token", "2");
    double[] map = pair.attention(1, 3);
    int strongest = 0;
    for (int key = 1; key < N; key++) {
      strongest = map[2 * N + key] > map[2 * N + strongest] ? key : strongest;
    }
    assertThat(page.locator(".readout").textContent())
        .startsWith("cat to " + TOKENS.get(strongest) + ": q·k / √8 = ")
        .endsWith("attention " + Notation.exactShare(map[2 * N + strongest]));
    Locator canvas = page.locator(".neuron-view canvas");
    canvas.hover(new Locator.HoverOptions().setPosition(130 + 4.5 * 3 + 2, 96 + 18 * 4 + 5));
    double key = pair.layers().get(1).keys()[4 * 32 + 3 * 8 + 3];
    assertThat(page.locator(".readout").textContent()).startsWith("key of straw, number 3: ");
    String number = page.locator(".readout").textContent().replaceAll(".*: ", "");
    assertThat(Double.parseDouble(number.replace("−", "-"))).isCloseTo(key, within(.0006));
    assertThat(Browser.ink(page, ".neuron-view canvas")).isPositive();
  }

  @Test
  void aLongPairDrawsItsStrongestLines() throws IOException {
    List<String> tokens = new ArrayList<>(Collections.nCopies(400, "word"));
    PairVectors even = random(tokens, new int[400], 1, 2, 8);
    Path large = folder.resolve("long.html");
    PairReport.writePage(even, large);
    page = browser.show(large);
    String said = page.locator(".readout").textContent();
    double least = Double.parseDouble(said.replaceAll(".*drawn, from (\\.\\d+) on\\.$", "0$1"));
    long strong =
        List.of(0, 1).stream()
            .mapToLong(
                head -> Arrays.stream(even.attention(0, head)).filter(w -> w >= least).count())
            .sum();
    assertThat(least).isGreaterThan(.01);
    assertThat((long) lines().size())
        .isCloseTo(strong, within(strong / 100))
        .isBetween(9_000L, 10_000L);
    Browser.assertCount(page.locator(".tokens.left li"), 400);
  }

  @Test
  void theModelViewMarksLayersThatDoNotSeeAllKeysOfThePair() {
    page = browser.show(file);
    tab("Model view");
    Browser.assertCount(page.locator(".thumbs .index.local"), 0);
    page.context().close();
    List<ScoreOffsets> offsets =
        ScoreOffsets.of(RandomBert.of(EncoderKind.MODERNBERT, 2, 1, 4, 8, 1));
    List<String> tokens = Collections.nCopies(12, "word");
    PairVectors made = random(tokens, new int[12], 2, 1, 4);
    List<PairVectors.Layer> layers = new ArrayList<>();
    for (int layer = 0; layer < 2; layer++) {
      PairVectors.Layer plain = made.layers().get(layer);
      layers.add(
          new PairVectors.Layer(plain.queries(), plain.keys(), true, offsets.get(layer), null));
    }
    Path local = folder.resolve("local.html");
    PairReport.writePage(
        new PairVectors(
            made.model(), tokens, made.segments(), made.wordOf(), made.words(), 1, layers),
        local);
    page = browser.show(local);
    tab("Model view");
    assertThat(page.locator(".thumbs .index.local").allTextContents()).containsExactly("1");
    assertThat(page.locator("section[aria-label='Model view']").textContent())
        .contains("Bar beside a layer: local, its queries see only near keys.");
  }

  @Test
  void whatTheTaskHeadSaysStandsAboveThePair() {
    List<String> tokens = List.of("[CLS]", "a", "[SEP]", "b", "[SEP]");
    PairVectors made = random(tokens, new int[] {0, 0, 0, 1, 1}, 1, 1, 4);
    PairVectors judged =
        new PairVectors(
            made.model(),
            tokens,
            made.segments(),
            made.wordOf(),
            made.words(),
            1,
            made.layers(),
            new Prediction(
                "BertForSequenceClassification",
                List.of("contradiction", "neutral", "entailment"),
                new double[] {.0625, .125, .8125},
                "the probabilities of the classes"));
    Path other = folder.resolve("judged.html");
    PairReport.writePage(judged, other);
    page = browser.show(other);
    assertThat(page.locator(".lead").textContent())
        .endsWith(
            "The model's own head (BertForSequenceClassification) says entailment 0.813, neutral"
                + " 0.125, contradiction 0.063: the probabilities of the classes.");
  }

  @Test
  void wordsAndDelimitersAreThoseOfTheTokenizer() {
    List<String> tokens = List.of("<s>", "ĠNaÃ¯ve", "Ġberries", "</s>", "</s>", "##", "</s>");
    PairVectors byBytes =
        new PairVectors(
            "tiny",
            tokens,
            new int[] {0, 0, 0, 0, 0, 1, 1},
            new int[] {-1, 0, 0, -1, -1, 1, -1},
            List.of("Naïveberries", "##"),
            1,
            random(tokens, new int[7], 1, 1, 4).layers());
    Path other = folder.resolve("bytes.html");
    PairReport.writePage(byBytes, other);
    page = browser.show(other);
    assertThat(texts("left")).isEqualTo(tokens);
    choose("By", "words");
    assertThat(texts("left")).containsExactly("<s>", "Naïveberries", "</s>", "</s>", "##", "</s>");
    page.check("label:has-text('hide delimiters') input");
    assertThat(texts("left")).containsExactly("Naïveberries", "##");
    choose("Sentences", "1-1");
    assertThat(texts("left")).containsExactly("##");
  }

  private void isolate(int head) {
    page.dblclick(square(head));
  }

  private static String square(int head) {
    return ".squares button[aria-label='head " + head + "']";
  }

  private static String token(String side, int i) {
    return ".tokens." + side + " li[data-index='" + i + "']";
  }

  private List<String> texts(String side) {
    return page.locator(".tokens." + side + " li").allTextContents();
  }

  private List<String> shownHeads() {
    return page.locator(".squares button[aria-pressed='true']").allTextContents();
  }

  private static String thumb(int layer, int head) {
    return ".thumb[aria-label='enlarge layer %d head %d']".formatted(layer, head);
  }

  private static Set<String> strokes(String svg) {
    return PATH.matcher(svg)
        .results()
        .map(path -> path.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String viewBox(String svg) {
    return svg.replaceFirst("(?s).*?viewBox=\"([^\"]+)\".*", "$1");
  }

  private double weightFrom(int token) throws IOException {
    return lines().stream().filter(line -> line.from() == token).mapToDouble(Line::opacity).sum();
  }

  /** Returns the lines as the view saves them. */
  private List<Line> lines() throws IOException {
    String svg = saved();
    int rows = page.locator(".tokens.left li").count();
    double row = rows > 200 ? 14 : rows > 60 ? 16 : 20;
    List<Line> lines = new ArrayList<>();
    for (MatchResult path : PATH.matcher(svg).results().toList()) {
      for (MatchResult line : LINE.matcher(path.group(1)).results().toList()) {
        lines.add(
            new Line(
                (int) (Double.parseDouble(line.group(1)) / row),
                (int) (Double.parseDouble(line.group(2)) / row),
                Double.parseDouble(path.group(3)),
                path.group(2)));
      }
    }
    return lines;
  }

  /** Returns normally distributed queries and keys. */
  private static PairVectors random(
      List<String> tokens, int[] segments, int layers, int heads, int width) {
    Random random = new Random(7);
    List<PairVectors.Layer> all = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      int size = tokens.size() * heads * width;
      all.add(
          new PairVectors.Layer(
              random.doubles(size, -2, 2).toArray(), random.doubles(size, -2, 2).toArray()));
    }
    return new PairVectors(
        "tiny", tokens, segments, Tokens.wordOf(tokens), Tokens.words(tokens), heads, all);
  }
}
