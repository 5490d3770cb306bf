package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.sextant.math.Interval;
import io.sextant.report.draw.ColorScale;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the comparison page of two runs in a browser. */
class ComparisonPageIT {
  @TempDir Path folder;
  private Browser browser;
  private Page page;

  @BeforeEach
  void show() {
    browser = Browser.open();
    RunManifest run = SyntheticRun.of(2, 3).manifest();
    page = maps(run, run);
  }

  private Page maps(RunManifest a, RunManifest b) {
    Page shown = browser.show(write(a, b));
    shown.click("nav button:text-is('Difference maps')");
    return shown;
  }

  private Path write(RunManifest a, RunManifest b) {
    Path file = folder.resolve("index.html");
    ComparisonReport.Rows rows = new ComparisonReport.Rows(rows(), null, List.of());
    ComparisonReport.write(a, b, rows, "Paired by hand.", null, file);
    return file;
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.assertQuiet();
      browser.close();
    }
  }

  @Test
  void differencesAreDrawnAroundNone() {
    assertThat(text(4)).isEqualTo("+.40");
    assertThat(text(1)).isEqualTo("−.20");
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("no difference");
    assertThat(page.locator(".map .cell[data-head='4'] rect").first().getAttribute("fill"))
        .isEqualTo(css(.9));
    Browser.assertCount(page.locator(".map .cell text[font-weight='700']"), 2);
    assertThat(page.locator(".map .cell[data-head='3'] rect").first().getAttribute("fill"))
        .as("what may be chance has the colour of none")
        .isEqualTo(css(.5));
    page.hover(".map .cell[data-head='4']");
    assertThat(page.locator(".tip").textContent())
        .contains(
            "difference+.400 (+.350 to +.450)",
            "within ±.020",
            "verdictdifferent",
            "share in A.100",
            "share in B.500",
            "paired");
    page.selectOption("label:has-text('Colour') select", "lift_ratio");
    assertThat(text(4)).isEqualTo("4.0");
    page.selectOption("label:has-text('Colour') select", "difference_width");
    assertThat(text(4)).isEqualTo(".100");
  }

  @Test
  void thePageOpensWithWhatChanged() {
    page.context().close();
    RunManifest run = SyntheticRun.of(2, 3).manifest();
    page = browser.show(write(run, run));
    assertThat(page.locator(".findings .prose").textContent())
        .isEqualTo(
            "Of 6 scores, of 6 heads for 1 pattern, 3 differ (q below .05), 1 is equivalent (less"
                + " than .020 apart) and 2 are undecided: more pairs would tell. B gained 1 and"
                + " lost 1 of the labels that say that a head exhibits a pattern; 2 cannot be told,"
                + " because a run has too few pairs for a grade.");
    assertThat(page.locator(".finding[data-pattern='next'] dd").textContent())
        .startsWith("3 heads differ · 2 more in B, 1 less · 1 equivalent, 2 undecided · labels: 1")
        .contains("1-1 +.400 +.350 to +.450, .100 → .500", "0-1 −.200 −.250 to −.150");
    page.click(".finding dd button >> nth=0");
    assertThat(page.url()).contains("#maps/4?").contains("pattern=next");
    Browser.assertCount(page.locator(".map .pin"), 1);
  }

  @Test
  void runsOverSingleSentencesSpeakOfSentences() {
    page.context().close();
    RunManifest run = SyntheticRun.singles(SyntheticRun.of(2, 3).manifest());
    page = browser.show(write(run, run));
    for (String view : page.locator("nav button").allTextContents()) {
      page.click("nav button:text-is('" + view + "')");
      assertThat(page.locator("header, main").allInnerTexts().toString())
          .as(view)
          .doesNotContainPattern("(?i)\\bpairs?\\b");
    }
    assertThat(page.locator(".lead").textContent()).contains("12,480 sentences");
  }

  @Test
  void modelsThatWereTrainedApartBeginWithWhatDoesNotDependOnWhichHeadIsWhich() {
    RunManifest run = SyntheticRun.of(2, 3).manifest();
    List<HeadMatch> matches = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      matches.add(match(i / 3, i % 3, (5 - i) / 3, (5 - i) % 3, .1 * i));
    }
    Path file = folder.resolve("apart.html");
    ComparisonReport.write(
        run,
        run,
        new ComparisonReport.Rows(
            rows(),
            new ComparisonReport.Apart(
                patterns(3, .4, .1, .1, .1, .1, .1),
                patterns(3, .2, .1, .1, .11, .5, .1),
                matches,
                "Heads are matched by hand."),
            List.of()),
        "Paired by hand.",
        "The models were trained apart.",
        file);
    page = browser.show(file);
    assertThat(page.locator(".warning").textContent()).isEqualTo("The models were trained apart.");
    assertThat(page.locator("[data-pattern='next'] .shares").allTextContents())
        .containsExactly(
            "shares .400 .100 .100 .100 .100 .100", "shares .500 .200 .110 .100 .100 .100");
    assertThat(layers()).containsExactly("heads by layer: 1 0", "heads by layer: 0 1");
    assertThat(page.locator("tbody tr").first().textContent()).isEqualTo("0-01-2.0000Next word–");
    assertThat(page.locator("h2 + .prose").last().textContent())
        .contains("Heads are matched by hand.");
    page.click("nav button:text-is('Head by head')");
    assertThat(text(4)).isEqualTo("+.40");
  }

  @Test
  void aRunWithTooFewPairsForGradesIsNotSaidToHaveNoHead() {
    List<HeadPattern> few = new ArrayList<>();
    for (HeadPattern row : patterns(3, .4, .1, .1, .1, .1, .1)) {
      few.add(
          Table.HEAD_PATTERNS
              .row()
              .set(row)
              .set("grade", "insufficient")
              .set("exhibits", false)
              .build());
    }
    RunManifest run = SyntheticRun.of(2, 3).manifest();
    ComparisonReport.Apart apart =
        new ComparisonReport.Apart(
            few,
            patterns(3, .2, .1, .1, .11, .5, .1),
            List.of(match(0, 0, 1, 1, .1)),
            "Heads are matched by hand.");
    Path file = folder.resolve("few.html");
    ComparisonReport.write(
        run,
        run,
        new ComparisonReport.Rows(List.of(), apart, List.of()),
        "Paired by hand.",
        "The models were trained apart.",
        file);
    page = browser.show(file);
    assertThat(page.locator("[data-pattern='next'] dd").allTextContents())
        .containsExactly(
            "too few pairs for a gradeshares .400 .100 .100 .100 .100 .100",
            "01shares .500 .200 .110 .100 .100 .100");
  }

  @Test
  void localLayersOfBothRunsAreMarked() {
    Browser.assertCount(page.locator(".local-bars rect"), 0);
    page.context().close();
    RunManifest local = local(null, 64);
    page = maps(local, local);
    Browser.assertCount(page.locator(".map .local-bars rect"), 1);
    Browser.assertCount(page.locator(".small-map .local-bars rect"), 1);
    assertThat(page.locator(".map .local").textContent())
        .isEqualTo("Bar beside a layer: local, its queries see 64 positions to each side.");
  }

  @Test
  void localLayersOfOneRunAreMarkedAndAttributed() {
    page.context().close();
    page = maps(SyntheticRun.of(2, 3).manifest(), local(32, 64));
    Browser.assertCount(page.locator(".map .local-bars rect"), 2);
    Browser.assertCount(page.locator(".map [role='row'][aria-label$='local']"), 2);
    assertThat(page.locator(".map .local").textContent())
        .isEqualTo(
            "Bar beside a layer: local in A or B. In A: none. In B: 0 (32 positions to each side);"
                + " 1 (64 positions to each side).");
  }

  private static RunManifest local(Integer... windows) {
    return SyntheticRun.of(2, 3).manifest().toBuilder().windows(Arrays.asList(windows)).build();
  }

  @Test
  void modelsOfOtherShapesHaveLayersOfEqualDepthBelowEachOther() {
    RunManifest a = SyntheticRun.of(2, 3).manifest();
    RunManifest b = SyntheticRun.of(4, 1).manifest();
    Path file = folder.resolve("shapes.html");
    ComparisonReport.write(
        a,
        b,
        new ComparisonReport.Rows(
            List.of(),
            new ComparisonReport.Apart(
                patterns(3, .4, .1, .1, .1, .1, .1),
                patterns(1, .1, .1, .5, .1),
                List.of(match(0, 0, 2, 0, .1)),
                "Heads are matched by hand."),
            List.of()),
        "No head is compared with a head of the other model.",
        "The models have other shapes.",
        file);
    page = browser.show(file);
    assertThat(page.locator(".lead").textContent()).contains(" beside A, ");
    assertThat(page.locator("nav button").allTextContents())
        .containsExactly("Layers, shares and best matches");
    assertThat(layers()).containsExactly("heads by layer: 1 0", "heads by layer: 0 0 1 0");
    assertThat(page.locator(".prose").last().textContent()).contains("A has 2 more heads");
    List<Double> widths =
        page.locator(".layers").all().stream().map(row -> row.boundingBox().width).toList();
    assertThat(widths.get(0)).isEqualTo(widths.get(1));
    Accessibility.assertNothingIsFound(page, "other shapes");
  }

  @Test
  void localLayersOfModelsOfOtherShapesAreMarked() {
    RunManifest b =
        SyntheticRun.of(4, 1).manifest().toBuilder()
            .windows(Arrays.asList(null, 64, 64, null))
            .build();
    Path file = folder.resolve("shapes.html");
    ComparisonReport.Apart apart =
        new ComparisonReport.Apart(
            patterns(3, .4, .1, .1, .1, .1, .1),
            patterns(1, .1, .1, .5, .1),
            List.of(match(0, 0, 2, 0, .1)),
            "Heads are matched by hand.");
    ComparisonReport.write(
        SyntheticRun.of(2, 3).manifest(),
        b,
        new ComparisonReport.Rows(List.of(), apart, List.of()),
        "No head is compared.",
        "The models have other shapes.",
        file);
    page = browser.show(file);
    assertThat(page.locator("[data-pattern='next'] .layers .local").all())
        .extracting(square -> square.getAttribute("title"))
        .containsExactly("layer 1, local: 0 of 1", "layer 2, local: 1 of 1");
    BoundingBox layers = page.locator("[data-pattern='next'] .layers").last().boundingBox();
    assertThat(page.locator("[data-pattern='next'] .shares").last().boundingBox().y)
        .as("the bars do not touch what is below")
        .isGreaterThanOrEqualTo(layers.y + layers.height + 6);
    assertThat(page.locator("p.local").textContent())
        .isEqualTo(
            "Bar under a square: local in A or B. In A: none. In B: 1, 2 (64 positions to each"
                + " side).");
  }

  private List<String> layers() {
    return page.locator("[data-pattern='next'] .layers").all().stream()
        .map(row -> row.getAttribute("aria-label"))
        .toList();
  }

  private static HeadMatch match(int layerA, int headA, int layerB, int headB, double distance) {
    return new HeadMatch(
        "a", "b", layerA, headA, layerB, headB, "jensen_shannon", 16L, distance, 0);
  }

  /** Returns rows of the heads' shares of the next word, which those of at least .3 exhibit. */
  private static List<HeadPattern> patterns(int headsPerLayer, double... shares) {
    List<HeadPattern> rows = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      HeadPattern any = SyntheticRun.of(1, 1).patterns().get(0);
      rows.add(
          Table.HEAD_PATTERNS
              .row()
              .set(any)
              .set(
                  new PatternKey(
                      "r", i / headsPerLayer, i % headsPerLayer, "next", "all", "token", "all"))
              .set("score", new Interval(shares[i], shares[i], shares[i]))
              .set("grade", shares[i] >= .3 ? "strong" : "none")
              .set("exhibits", shares[i] >= .3)
              .build());
    }
    return rows;
  }

  @Test
  void anAddressThatAsksForWhatIsNotHereSaysSo() {
    Path file = folder.resolve("index.html");
    for (String state :
        List.of(
            "maps/999",
            "maps/x",
            "nowhere",
            "maps?pattern=nothing",
            "maps?colour=red&pairs=none&unit=mile&part=half",
            "maps?colour=%E0%A4%A",
            "maps?shape=round")) {
      page.navigate(file.toUri() + "#" + state);
      assertThat(page.locator(".address").textContent()).contains("so the default is shown");
      Browser.assertCount(page.locator(state.startsWith("maps") ? ".map" : ".finding"), 1);
      page.click("nav button:text-is('Labels gained and lost')");
      Browser.assertCount(page.locator(".address"), 0);
    }
    page.navigate(file.toUri() + "#maps/999");
    assertThat(page.locator(".address").textContent())
        .contains("There is no head 999: the heads of this model have the numbers 0 to 5.");
    page.navigate(file.toUri() + "#maps/4?colour=lift_ratio&filter=1-1");
    Browser.assertCount(page.locator(".address"), 0);
  }

  @Test
  void theTitleNamesModelsAndInputs() {
    assertThat(page.locator("h1").textContent()).contains(" on ", " against ");
    assertThat(page.locator(".lead").textContent()).endsWith("Paired by hand.");
  }

  @Test
  void theTableIsRankedBySize() {
    assertThat(page.locator("tbody th").allTextContents().subList(0, 2))
        .containsExactly("1-1", "0-1");
  }

  @Test
  void labelsGainedAndLostAreListed() {
    page.click("nav button:text-is('Labels gained and lost')");
    assertThat(page.locator(".changes dd").allTextContents())
        .containsExactly("1-1 .100 → .500", "0-1 .400 → .200", "0-2 .100 → .100");
    assertThat(page.locator(".changes h3").first().textContent()).contains("undecided in both: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothing(String paper) {
    page.selectOption("label:has-text('Paper') select", paper);
    for (String view : page.locator("nav button").allTextContents()) {
      page.click("nav button:text-is('" + view + "')");
      Accessibility.assertNothingIsFound(page, view);
    }
  }

  /**
   * Returns rows in which head 4 gained .4, head 1 lost .2, head 2 is undecided, head 5 is
   * undecided in both, head 3 gained less than can be told from chance and head 0 is unchanged.
   */
  private static List<HeadDifference> rows() {
    List<HeadDifference> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double a = i == 1 ? .4 : .1;
      double b = i == 4 ? .5 : i == 1 ? .2 : i == 3 ? .11 : .1;
      String label =
          switch (i) {
            case 4 -> "gained";
            case 1 -> "lost";
            case 2 -> "undecided";
            case 5 -> "undecided in both";
            default -> null;
          };
      rows.add(
          Table.HEAD_DIFFERENCES
              .row()
              .set("run_a", "a")
              .set("run_b", "b")
              .set("layer", i / 3)
              .set("head", i % 3)
              .set("pattern", "next")
              .set("part", "all")
              .set("unit", "token")
              .set("stratum", "all")
              .set("method", "paired")
              .set("n_clusters_a", 99L)
              .set("n_clusters_b", 99L)
              .set("share_a", a)
              .set("share_b", b)
              .set("difference", new Interval(b - a, b - a - .05, b - a + .05))
              .set("q_value", i == 4 ? .001 : i == 1 ? .01 : .8)
              .set("margin", .02)
              .set("equivalence_q_value", i == 0 ? .01 : .9)
              .set("verdict", i == 0 ? "equivalent" : a == b ? "undecided" : "different")
              .set("lift_ratio", new Interval(i == 4 ? 4 : 1, .5, 2))
              .set("grade_a", "none")
              .set("grade_b", "none")
              .set("label", label)
              .build());
    }
    return rows;
  }

  private String text(int head) {
    return page.locator(".map .cell[data-head='" + head + "'] text").textContent();
  }

  private static String css(double place) {
    var color = ColorScale.DIVERGING.at(place);
    return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }
}
