package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadPattern;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the report opens with, what its address keeps, and how it fits a screen. */
class FindingsPageIT extends PageInBrowser {
  /** The elements with text of their own, by the size at which they are shown. */
  private static final String SMALLEST_TEXT =
      """
      () => {
        let least = [1000, ""];
        for (const element of document.querySelectorAll("body *")) {
          const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
          if (!own || element.getClientRects().length === 0) continue;
          const svg = element.closest("svg");
          const scale = svg && element.tagName !== "svg" ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
          const size = parseFloat(getComputedStyle(element).fontSize) * scale;
          if (size < least[0]) least = [size, element.textContent];
        }
        return least;
      }\
      """;

  /** The width of A4 between margins of one centimetre, in pixels of a 96th of an inch. */
  private static final int PAPER = 718;

  /** What is wider than the paper, or scrolls, and so would be cut off in print. */
  private static final String CUT =
      """
      () => [...document.querySelectorAll("main *")]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1
              || (["auto", "scroll"].includes(getComputedStyle(element).overflowY)
                  && element.scrollHeight > element.clientHeight + 1))
          .map((element) => element.tagName + " " + (element.getAttribute("class") || ""))\
      """;

  /** The texts of charts that stand on each other, but for the signs of nulls of one value. */
  private static final String OVERLAPS =
      """
      () => [...document.querySelectorAll(".map svg, .chart svg")].flatMap((svg) => {
        const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.length > 1 || !text.closest(".share-row"));
        const boxes = texts.map((text) => text.getBoundingClientRect());
        return texts.flatMap((text, i) => texts.slice(i + 1).filter((_, k) => {
          const [a, b] = [boxes[i], boxes[i + 1 + k]];
          return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
        }).map((other) => text.textContent + " | " + other.textContent));
      })\
      """;

  private static final String PLACEHOLDER_FITS =
      """
      () => {
        const field = document.querySelector("input[type=search]");
        const style = getComputedStyle(field);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        return pen.measureText(field.placeholder).width
            <= field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      }\
      """;

  @TempDir static Path folder;
  private static SyntheticRun run;
  private static Path file;
  private static Path few;

  @BeforeAll
  static void write() {
    run = SyntheticRun.of(12, 12);
    Report.write(
        run.manifest(), RichRun.full(run), EffectRows.NONE, folder.resolve("full"), Pictures.NONE);
    file = folder.resolve("full/index.html");
    RunManifest strict =
        run.manifest().toBuilder().configuration(Map.of("grades.min-pairs", 20_000)).build();
    Report.write(
        strict, RichRun.tooFew(run), EffectRows.NONE, folder.resolve("few"), Pictures.NONE);
    few = folder.resolve("few/index.html");
  }

  @Test
  void thePageOpensWithTheHeadsOfEachPattern() {
    page = browser.show(file);
    long count =
        run.patterns().stream()
            .filter(row -> row.pattern().equals("next") && row.exhibits())
            .count();
    assertThat(page.locator(".finding[data-pattern='next']").textContent())
        .contains(
            "Next word", count + " heads", "3 in layer 1, 5 in layer 2", "2-0 .91 .90 to .92");
    assertThat(page.locator(".findings").textContent())
        .contains("12,480 pairs", "95 % intervals of at most ± .", "7 truncated", "20 rejected")
        .contains("Sextant 0.1.0", "cuts: share over .10 (position)");
    page.click(".finding[data-pattern='previous'] dt button");
    assertThat(page.locator(".detail h2").textContent()).isEqualTo("Previous word");
    page.goBack();
    page.click(".finding[data-pattern='previous'] dd button >> nth=0");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 3 head 5");
  }

  @Test
  void aLinkShowsWhatItsSenderSaw() {
    page = browser.show(file);
    page.click("nav button:text-is('Heat maps')");
    page.click(".small-map:has-text('Delimiters')");
    page.selectOption("label:has-text('Part') select", "cls");
    page.selectOption("label:has-text('Colour') select", "lift");
    page.selectOption("label:has-text('Pairs') select", "all");
    page.fill("input[type=search]", "layer 1 lift > 2");
    page.click(".map .cell[data-head='12']");
    page.hover("h1");
    String link = page.url();
    String seen = page.locator("main").innerText();
    page.context().close();
    page = browser.show(file);
    page.navigate("about:blank");
    page.navigate(link);
    page.waitForSelector("html[data-ready='yes']");
    assertThat(page.locator("main").innerText()).isEqualTo(seen);
    assertThat(page.locator("input[type=search]").inputValue()).isEqualTo("layer 1 lift > 2");
    assertThat(page.locator("tbody tr").count()).isBetween(1, 12);
  }

  @Test
  void tooFewPairsAreSaidWithTheNumberThatIsMissing() {
    page = browser.show(few);
    assertThat(page.locator("main .warning").textContent())
        .contains("grades need 20,000, this run has 12,480, so 7,520 are missing")
        .contains("--set grades.min-pairs=12480");
    assertThat(page.locator(".findings").textContent())
        .contains("The heads that give each pattern most so far", "intervals of at most ± .");
    assertThat(page.locator(".finding[data-pattern='next']").textContent())
        .contains("too few pairs: 12,480 of 20,000; highest so far:2-0 .91");
    page.click("nav button:text-is('Heat maps')");
    assertThat(page.locator(".small-map >> nth=1").textContent())
        .isEqualTo("Next wordtoo few pairs");
    assertThat(page.locator(".map .cell[data-head='24']").textContent()).isEqualTo(".91");
    Browser.assertCount(page.locator(".map .cell path"), 144);
  }

  @Test
  void aRunOverSingleSentencesSpeaksOfSentences() {
    RunManifest singles = SyntheticRun.singles(run.manifest());
    for (RunTables tables : List.of(RichRun.full(run), RichRun.tooFew(run))) {
      Report.write(singles, tables, EffectRows.NONE, folder.resolve("singles"), Pictures.NONE);
      page = browser.show(folder.resolve("singles/index.html"));
      for (String view : List.of("Findings", "Heat maps", "Heads by distance", "Head")) {
        tab(view);
        assertThat(shown()).as(view).doesNotContainPattern("(?i)\\bpairs?\\b(?!-)");
      }
      tab("Heat maps");
      page.hover(".map .cell[data-head='24']");
      assertThat(page.locator(".tip").textContent()).contains("sentences, queries");
      page.click(".small-map >> nth=0");
      assertThat(shown()).contains("Over all sentences.").doesNotContain("pairs");
      page.context().close();
    }
    page = browser.show(file);
  }

  private String shown() {
    return page.locator("header, main").allInnerTexts().toString();
  }

  @Test
  void aHeadsPageSaysWhetherItLooksAtContentOrOnlyNearby() {
    page = browser.show(file);
    page.navigate(file.toUri() + "#head/51");
    assertThat(page.locator(".answers [data-pattern='related_other']").textContent())
        .startsWith("Related words, other sentence: yes, dominant · .870 of its attention to")
        .contains("times (", "what a head that attends to every key alike would give");
    page.navigate(file.toUri() + "#head/24");
    assertThat(page.locator(".answers [data-pattern='related']").textContent())
        .doesNotContain("yes");
  }

  @Test
  void theHeadTabOpensOnTheStrongestHead() {
    page = browser.show(file);
    page.click("nav button:text-is('Head')");
    HeadPattern strongest =
        run.patterns().stream()
            .filter(HeadPattern::exhibits)
            .max(Comparator.comparingDouble(row -> row.score().value()))
            .orElseThrow();
    assertThat(page.locator("h2").textContent())
        .isEqualTo("Layer " + strongest.layer() + " head " + strongest.head());
    page.navigate(file.toUri() + "#head/999");
    assertThat(page.locator(".address").textContent())
        .contains("so the default is shown", "There is no head 999");
    assertThat(page.locator("h2").textContent())
        .isEqualTo("Layer " + strongest.layer() + " head " + strongest.head());
    assertThat(page.locator("[data-column='noop_index'] .why").textContent())
        .contains("looks at delimiters to do nothing");
    assertThat(page.locator(".facts .why").allTextContents()).doesNotContain("");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1400})
  void noTextOfAChartIsOverAnother(int width) {
    page = browser.show(file, width, ColorScheme.LIGHT);
    for (String view : List.of("Heat maps", "Head")) {
      tab(view);
      assertThat((List<?>) page.evaluate(OVERLAPS)).as(view).isEmpty();
    }
  }

  @Test
  void aModelOfAnotherShapeIsDrawnAsLegibly() {
    for (int[] shape : new int[][] {{3, 2}, {24, 1}, {12, 4}}) {
      SyntheticRun small = SyntheticRun.of(shape[0], shape[1]);
      RunManifest local =
          small.manifest().toBuilder().windows(Collections.nCopies(shape[0], 64)).build();
      Report.write(
          local, RichRun.full(small), EffectRows.NONE, folder.resolve("small"), Pictures.NONE);
      page = browser.show(folder.resolve("small/index.html"));
      tab("Heat maps");
      assertThat((List<?>) page.evaluate(OVERLAPS)).isEmpty();
      BoundingBox thumbnail = page.locator(".small-map svg >> nth=1").boundingBox();
      assertThat(thumbnail.height).isLessThan(200);
      assertThat(page.locator(".small-map .local-bars rect").first().boundingBox().width)
          .isLessThan(4);
      assertThat((boolean) page.evaluate(PLACEHOLDER_FITS)).isTrue();
      page.context().close();
    }
    page = browser.show(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 768, 1400, 2560})
  void noColumnIsCutAndNoTextIsTooSmallAtAnyWidth(int width) {
    page = browser.show(file, width, ColorScheme.LIGHT);
    for (String view : List.of("Findings", "Head", "Heads by distance", "Heat maps")) {
      page.click("nav button:text-is('" + view + "')");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(width);
      List<?> smallest = (List<?>) page.evaluate(SMALLEST_TEXT);
      assertThat(((Number) smallest.get(0)).doubleValue())
          .as(view + ": " + smallest.get(1))
          .isGreaterThanOrEqualTo(9);
    }
    assertThat(
            page.evaluate(
                "(() => { const scroll = document.querySelector('.ranked .scroll');"
                    + " return scroll.scrollWidth - scroll.clientWidth; })()"))
        .as("the table's columns beyond its edge")
        .isEqualTo(0);
    assertThat(page.locator("tbody tr >> nth=0").innerText()).contains(".910", "dominant");
  }

  @Test
  void aPrintedPageHoldsEverythingAtTheWidthOfThePaper() {
    page = browser.show(file, PAPER, ColorScheme.LIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (String view : List.of("#findings", "#maps", "#distance", "#head/24")) {
      page.evaluate("view => { location.hash = view; }", view);
      page.waitForTimeout(100);
      assertThat((List<?>) page.evaluate(CUT)).as(view).isEmpty();
    }
    page.evaluate("location.hash = '#maps?pattern=related_other'");
    Browser.assertCount(page.locator("tbody tr"), 144);
    assertThat(page.locator("tbody tr").first().boundingBox().height)
        .as("a head is a row of the table, also on paper")
        .isLessThan(40);
    assertThat((List<?>) page.evaluate(CUT)).isEmpty();
    assertThat(page.locator("nav").isVisible()).isFalse();
    assertThat(page.pdf().length).isGreaterThan(10_000);
  }
}
