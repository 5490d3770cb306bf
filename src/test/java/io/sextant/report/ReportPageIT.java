package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sextant.report.draw.CellInk;
import io.sextant.report.draw.CorrelationAxis;
import io.sextant.report.draw.LiftAxis;
import io.sextant.report.draw.ShareAxis;
import io.sextant.table.RunManifest;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests every control of the report in a browser by what it draws. */
class ReportPageIT extends PageInBrowser {
  private static final int HEAD_2_0 = 24;

  @TempDir static Path folder;
  private static SyntheticRun run;
  private static Path full;
  private static Path plain;

  @BeforeAll
  static void write() {
    run = SyntheticRun.of(12, 12);
    Report.write(
        run.manifest(), RichRun.full(run), EffectRows.NONE, folder.resolve("full"), Pictures.NONE);
    Report.write(
        run.manifest(),
        RichRun.plain(run),
        EffectRows.NONE,
        folder.resolve("plain"),
        Pictures.NONE);
    full = folder.resolve("full/index.html");
    plain = folder.resolve("plain/index.html");
  }

  @Test
  void squaresHaveTheColourAndTheNumberOfTheTable() {
    page = maps(full);
    assertThat(text(HEAD_2_0)).isEqualTo(".91");
    assertThat(fill(HEAD_2_0)).isEqualTo(rgb(new ShareAxis(.036).color(.91)));
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("chance .04");
    Browser.assertCount(page.locator(".small-map"), 1 + 9);
    long exhibit =
        run.patterns().stream()
            .filter(row -> row.pattern().equals("next") && !row.grade().equals("none"))
            .count();
    assertThat(page.locator(".small-map >> nth=1").textContent())
        .startsWith("Next word" + exhibit + " heads");
    Browser.assertCount(page.locator(".map .cell text[font-weight='700']"), (int) exhibit);
  }

  @Test
  void theColourCanBeLiftWidthNormsOrNoOp() {
    page = maps(full);
    choose("Colour", "lift");
    assertThat(text(HEAD_2_0)).isEqualTo("25");
    assertThat(fill(HEAD_2_0)).isEqualTo(rgb(new LiftAxis(5).color(.91 / .036)));
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("chance 1");
    choose("Colour", "width");
    assertThat(Double.parseDouble(text(HEAD_2_0))).isBetween(.008, .028);
    Browser.assertCount(page.locator(".map .legend .null"), 0);
    choose("Colour", "norm_share");
    assertThat(text(HEAD_2_0)).isEqualTo(".46");
    choose("Colour", "noop_index");
    assertThat(text(HEAD_2_0)).isEqualTo(".24");
    assertThat(text(143)).isEqualTo("1.43");
    assertThat(page.locator(".map .legend .null text").textContent()).contains("1: moves as much");
  }

  @Test
  void strataUnitsAndPartsCanBeChosen() {
    page = maps(full);
    choose("Pairs", "n<=16");
    assertThat(text(HEAD_2_0)).isEqualTo(".46");
    choose("Pairs", "all");
    choose("Unit", "word");
    assertThat(text(HEAD_2_0)).isEqualTo(".92");
    choose("Unit", "token");
    pattern("Delimiters");
    assertThat(text(7 * 12 + 3)).isEqualTo(".93");
    choose("Part", "cls");
    assertThat(text(12)).isEqualTo(".40");
  }

  @Test
  void whatTheMaskedLmSaysIsShownAsCorrelations() {
    Report.write(
        run.manifest(),
        RichRun.withMaskedLm(run),
        EffectRows.NONE,
        folder.resolve("mlm"),
        Pictures.named(List.of("png")));
    assertThat(folder.resolve("mlm/predictive_mlm.png")).exists();
    assertThat(folder.resolve("mlm/predictive_mlm.lift.png")).doesNotExist();
    page = maps(folder.resolve("mlm/index.html"));
    Browser.assertCount(page.locator("label:has-text('Unit')"), 0);
    pattern("Words that predict it");
    assertThat(text(143)).isEqualTo(".14");
    assertThat(fill(143)).isEqualTo(rgb(new CorrelationAxis(.2).color(.143)));
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("chance 0");
    assertThat(page.locator(".ranked tbody tr >> nth=0").textContent())
        .startsWith("11-11.143.123 to .163");
    page.hover(".map .cell[data-head='143']");
    assertThat(page.locator(".tip").textContent()).contains("rank correlation.143 (.123 to .163)");
  }

  @Test
  void pointingAtASquareGivesItsExactNumbersAndIntervals() {
    page = maps(full);
    page.hover(".map .cell[data-head='24']");
    assertThat(page.locator(".tip").textContent())
        .contains("layer 2 head 0", "share.910 (.", "lift25.3 (24.5 to 26.0)", "null uniform.036")
        .contains("gradedominant", "12,480, 312,511");
    page.hover("h1");
    Browser.assertCount(page.locator(".tip"), 0);
  }

  @Test
  void aClickPinsAHeadEverywhere() {
    page = maps(full);
    page.hover(".map .cell[data-head='24']");
    double before = page.locator("h2").boundingBox().y;
    page.click(".map .cell[data-head='24']");
    assertThat(page.locator(".pinned-card").textContent()).contains("layer 2 head 0", "Next word");
    Browser.assertCount(page.locator(".map .pin"), 1);
    assertThat(page.locator("tr.pinned").getAttribute("data-head")).isEqualTo("24");
    assertThat(page.url()).endsWith("#maps/24");
    assertThat(page.locator("h2").boundingBox().y).as("pinning moves nothing").isEqualTo(before);
    tab("Heads by distance");
    assertThat(page.locator(".dot[aria-pressed='true']").getAttribute("data-head")).isEqualTo("24");
    page.click("text=unpin");
    Browser.assertCount(page.locator(".pinned-card"), 0);
  }

  @Test
  void theMapIsWalkedByKeys() {
    page = maps(full);
    page.focus(".map .cell[tabindex='0']");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowLeft");
    assertThat(page.evaluate("document.activeElement.dataset.head")).isEqualTo("24");
    Browser.assertCount(page.locator(".map .cell[tabindex='0']"), 1);
    assertThat(page.locator(".tip").textContent()).contains("layer 2 head 0");
    page.keyboard().press("Enter");
    Browser.assertCount(page.locator(".pinned-card"), 1);
    assertThat(page.locator(".map .cell[data-head='24']").getAttribute("aria-label"))
        .startsWith("layer 2 head 0: share .910");
  }

  @Test
  void theTableIsRankedSortedAndFiltered() {
    page = maps(full);
    assertThat(firstHeads(3)).containsExactly("2-0", "2-9", "5-9");
    assertThat(page.locator("th[aria-sort='descending']").textContent()).startsWith("Share");
    page.click("thead >> text=Share");
    assertThat(firstHeads(1)).doesNotContain("2-0");
    page.click("thead >> text=Head");
    assertThat(firstHeads(3)).containsExactly("0-0", "0-1", "0-2");
    page.fill("input[type=search]", "strong");
    assertThat(firstHeads(5)).containsExactly("1-0", "1-1");
    page.fill("input[type=search]", "layer 5 dominant");
    assertThat(firstHeads(5)).containsExactly("5-9");
    assertThat(page.locator(".ranked [role=status]").textContent()).isEqualTo("1 of 144 heads");
  }

  @Test
  void theTableIsCopiedAndSaved() throws IOException {
    page = maps(full);
    page.fill("input[type=search]", "strong");
    Download csv = page.waitForDownload(() -> page.click("text=CSV"));
    assertThat(csv.suggestedFilename()).isEqualTo("next-all-token-all.csv");
    List<String> lines = Files.readAllLines(csv.path());
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("layer,head,share,lift,grade,null_share");
    assertThat(lines.get(1)).startsWith("1,0,0.41,11.39,strong,0.036");
    page.click("text=Copy");
    page.waitForSelector("text=copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .startsWith("layer\thead\tshare")
        .hasLineCount(3);
  }

  @Test
  void primaryLabelsHaveColourAndLetter() {
    page = maps(full);
    page.click(".small-map >> nth=0");
    assertThat(page.locator(".detail .prose").first().textContent())
        .contains("its highest grade, then its highest score");
    assertThat(text(HEAD_2_0)).isEqualTo("N");
    assertThat(text(3 * 12 + 5)).isEqualTo("P");
    assertThat(fill(HEAD_2_0)).isNotEqualTo(fill(3 * 12 + 5));
    assertThat(page.locator(".key").textContent()).contains("Next word 5", "133 heads have none");
    page.click(".key button:text('2-9')");
    assertThat(page.locator(".pinned-card").textContent()).contains("layer 2 head 9");
  }

  @Test
  void headsStandWhereTheirDistancesPutThem() {
    page = maps(full);
    tab("Heads by distance");
    Browser.assertCount(page.locator(".dot"), 144);
    double[] first = centre(0);
    double[] right = centre(1);
    double[] below = centre(12);
    assertThat(right[0] - first[0]).isEqualTo(first[1] - below[1], within(.02)).isPositive();
    assertThat(page.locator(".dot[data-head='24'] text").textContent()).isEqualTo("N");
    page.click(".dot[data-head='65']");
    Browser.assertCount(page.locator(".near"), 5);
  }

  @Test
  void aHeadsPageShowsSharesNullsOffsetsNeighboursAndPairs() {
    page = maps(full);
    page.click(".map .cell[data-head='24']");
    page.click("text=open its page");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 2 head 0");
    Locator next = page.locator(".share-row[data-pattern='next']");
    assertThat(number(next.locator("rect"), "width")).isEqualTo(.91 * 460, within(.1));
    assertThat(next.locator("title").textContent()).isEqualTo("uniform attention: .036");
    assertThat(next.textContent()).contains(".910", "dominant");
    assertThat(page.locator(".share-row[data-pattern='related_other'] title").allTextContents())
        .as("the null that may decide it is drawn too")
        .anyMatch(title -> title.startsWith("the same index in the other sentence: ."));
    assertThat(page.locator(".series").first().locator("title").allTextContents())
        .contains("same sentence, +1: .1500", "same sentence, −10: .0100");
    Browser.assertCount(page.locator(".neighbours li"), 8);
    assertThat(page.locator(".neighbours li").first().textContent()).contains(" .03");
    assertThat(page.locator(".facts").first().textContent()).contains("No-op index.240");
    Browser.assertCount(page.locator(".exemplar"), 4);
    assertThat(page.locator(".exemplar").first().textContent())
        .contains("Next word", "pair-17", "strawberries".substring(0, 5));
    choose("Layer", "3");
    choose("Head", "5");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 3 head 5");
    assertThat(page.url()).endsWith("#head/41");
  }

  @Test
  void aRunWithoutNormsDistancesAndWordsDoesNotPretend() {
    page = maps(plain);
    assertThat(page.locator("label:has-text('Colour') option").allTextContents())
        .containsExactly("share", "lift over chance", "interval width");
    Browser.assertCount(page.locator("label:has-text('Unit')"), 0);
    tab("Heads by distance");
    assertThat(page.locator(".missing").textContent()).contains("no distances");
    tab("Head");
    assertThat(page.locator(".missing").allTextContents())
        .anyMatch(text -> text.contains("no offset profile"))
        .anyMatch(text -> text.contains("no distances"));
  }

  @Test
  void localLayersAreMarked() {
    page = maps(full);
    Browser.assertCount(page.locator(".local-bars rect"), 0);
    Browser.assertCount(page.locator(".map .local"), 0);
    page.context().close();
    List<Integer> windows = new ArrayList<>(Collections.nCopies(12, 64));
    windows.set(0, null);
    windows.set(3, null);
    RunManifest manifest = run.manifest().toBuilder().windows(windows).build();
    Report.write(
        manifest, RichRun.plain(run), EffectRows.NONE, folder.resolve("local"), Pictures.NONE);
    page = maps(folder.resolve("local/index.html"));
    Browser.assertCount(page.locator(".map .local-bars rect"), 10);
    Browser.assertCount(page.locator(".map [role='row'][aria-label$='local']"), 10);
    for (Locator thumbnail : page.locator(".small-map").all()) {
      Browser.assertCount(thumbnail.locator(".local-bars rect"), 10);
    }
    assertThat(page.locator(".map .local").textContent())
        .isEqualTo("Bar beside a layer: local, its queries see 64 positions to each side.");
  }

  @Test
  void squaresWithTooFewPairsHaveTheirColourUnderALightHatch() {
    page = maps(full);
    pattern("Other tokens of the word");
    int hatched = 5 * 12 + 4;
    assertThat(SyntheticRun.isHatched(5, 4)).isTrue();
    assertThat(text(hatched)).matches("\\.\\d\\d");
    assertThat(fill(hatched)).startsWith("rgb(");
    Locator hatch = page.locator(".map .cell[data-head='" + hatched + "'] path");
    assertThat(number(hatch, "stroke-opacity")).isLessThan(1);
    Browser.assertCount(page.locator(".map .cell[data-head='25'] path"), 0);
    assertThat(text(2 * 12 + 1)).isEqualTo(".58");
  }

  @Test
  void paperIsDarkByTheSystemOrByChoice() {
    page = browser.show(full, 1400, ColorScheme.DARK);
    tab("Heat maps");
    Color square = new ShareAxis(.036).color(.91);
    assertThat(fill(HEAD_2_0)).isEqualTo(rgb(CellInk.onDarkPaper(square)));
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(23, 25, 27)");
    choose("Paper", "light");
    assertThat(fill(HEAD_2_0)).isEqualTo(rgb(square));
    choose("Paper", "dark");
    assertThat(fill(HEAD_2_0)).isNotEqualTo(rgb(square));
  }

  @Test
  void aChartIsSavedAsItIsDrawn() throws IOException {
    page = maps(full);
    Download svg = page.waitForDownload(() -> page.click(".map .save >> text=SVG"));
    assertThat(svg.suggestedFilename()).isEqualTo("next-all-token-all-share.svg");
    String xml = Files.readString(svg.path());
    assertThat(Xml.texts(xml)).contains(".91", "chance .04", "layer", "head");
    assertThat(xml).contains("fill=\"" + rgb(new ShareAxis(.036).color(.91)) + "\"");
    Download png = page.waitForDownload(() -> page.click(".map .save >> text=PNG"));
    var image = ImageIO.read(png.path().toFile());
    assertThat(image.getWidth()).isEqualTo(3 * (37 + 12 * 38 + 4));
    Color square = new Color(image.getRGB(3 * (37 + 5), 3 * (34 + 2 * 38 + 5)));
    assertThat(square).isEqualTo(new ShareAxis(.036).color(.91));
  }

  @Test
  void aNarrowScreenHoldsThePage() {
    page = browser.show(full, 380, ColorScheme.LIGHT);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(380);
  }

  private Page maps(Path file) {
    page = browser.show(file);
    tab("Heat maps");
    return page;
  }

  private void pattern(String title) {
    page.click(".small-map:has-text(\"" + title + "\")");
  }

  private String text(int head) {
    return page.locator(".map .cell[data-head='" + head + "'] text").textContent();
  }

  private String fill(int head) {
    return page.locator(".map .cell[data-head='" + head + "'] rect").first().getAttribute("fill");
  }

  private List<String> firstHeads(int count) {
    List<String> heads = page.locator("tbody th").allTextContents();
    return heads.subList(0, Math.min(count, heads.size()));
  }

  private double[] centre(int head) {
    Locator circle = page.locator(".dot[data-head='" + head + "'] circle");
    return new double[] {number(circle, "cx"), number(circle, "cy")};
  }

  private static double number(Locator element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static String rgb(Color color) {
    return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }
}
