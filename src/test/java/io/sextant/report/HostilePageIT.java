package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunManifest;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.ShownPair;
import io.sextant.view.PairVectors;
import io.sextant.view.Prediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text from a corpus is only displayed and never interpreted as markup or script. */
class HostilePageIT extends PageInBrowser {
  private static final List<String> TOKENS =
      List.of(
          "[CLS]",
          "</script><script>window.hit=1</script>",
          "<img src=x onerror=window.hit=2>",
          "\" onpointerenter=\"window.hit=3",
          "'><svg onload=window.hit=4>",
          "\u202egnihtyna\u2066",
          "=cmd|'/c calc'!A1",
          "x".repeat(10_000),
          "{{7*7}}",
          "javascript:window.hit=5",
          "[SEP]");

  @TempDir Path folder;

  @AfterEach
  void nothingRan() {
    assertThat(page.evaluate("window.hit")).isNull();
    Browser.assertCount(page.locator("img, iframe, object, embed"), 0);
  }

  @Test
  void tokensOfAnExemplar() {
    SyntheticRun made = SyntheticRun.of(2, 2, "</title><script>window.hit=6</script>", TOKENS);
    List<Exemplar> named =
        made.exemplars().stream()
            .map(
                e ->
                    new Exemplar(
                        e.key(),
                        e.pattern(),
                        e.rank(),
                        e.score(),
                        new ShownPair(
                            "<b onclick=window.hit=7>id</b>",
                            e.pair().tokens(),
                            e.pair().segments(),
                            e.pair().wordOf(),
                            e.pair().words()),
                        e.attention()))
            .toList();
    SyntheticRun run = new SyntheticRun(made.manifest(), made.patterns(), made.profiles(), named);
    Report.write(run.manifest(), RichRun.plain(run), EffectRows.NONE, folder, Pictures.NONE);
    page = browser.show(folder.resolve("index.html"));
    assertThat(page.locator("h1").textContent()).contains("</title><script>window.hit=6</script>");
    page.click("nav button:text-is('Head')");
    List<String> shown = page.locator(".exemplar >> nth=0 >> .tokens.left li").allTextContents();
    assertThat(shown.get(2)).isEqualTo("<img src=x onerror=wi…");
    assertThat(shown.get(5)).isEqualTo("\ufffdgnihtyna\ufffd");
    assertThat(shown.get(7)).isEqualTo("x".repeat(21) + "…");
    assertThat(page.locator(".exemplar h4 bdi").first().textContent())
        .isEqualTo("<b onclick=window.hit=7>id</b>");
    page.hover(".exemplar >> nth=0 >> .tokens.left li >> nth=1");
    assertThat(page.locator(".readout").first().textContent())
        .contains("</script><script>window.hit=1</script>".substring(0, 30));
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1400);
  }

  @Test
  void tokensOfAPairAreSavedAsText() throws Exception {
    double[] zeros = new double[TOKENS.size() * 4];
    PairVectors pair =
        new PairVectors(
            "m",
            TOKENS,
            new int[TOKENS.size()],
            Tokens.wordOf(TOKENS),
            Tokens.words(TOKENS),
            1,
            List.of(new PairVectors.Layer(zeros, zeros)),
            new Prediction(
                "B</p><script>window.hit=1</script>",
                List.of("<img src=x onerror=window.hit=1>"),
                new double[] {.5},
                "the logit"));
    Path file = folder.resolve("pair.html");
    PairReport.writePage(pair, file);
    assertThat(Files.readString(file)).doesNotContain("window.hit");
    page = browser.show(file);
    String svg =
        Files.readString(page.waitForDownload(() -> page.click(".save >> text=SVG")).path());
    assertThat(Xml.texts(svg)).contains("<img src=x onerror=wi…", "{{7*7}}");
    page.click("nav button:text-is('Neuron view')");
    page.click("nav button:text-is('Model view')");
    page.click(".thumb");
  }

  @Test
  void formulasOfATableAreDisarmed() throws Exception {
    SyntheticRun made = SyntheticRun.of(2, 2);
    RunTables tables = RichRun.plain(made);
    List<String> labels = List.of("=1+1", "+1", "-1", "@x");
    RunTables armed =
        new RunTables(
            tables.patterns(),
            tables.scores(),
            tables.profiles().with("primary_label", labels),
            List.of(),
            List.of(),
            List.of(),
            SyntaxRows.NONE,
            List.of());
    RunManifest run = made.manifest();
    Report.write(run, armed, EffectRows.NONE, folder, Pictures.NONE);
    page = browser.show(folder.resolve("index.html"));
    page.click("nav button:text-is('Heat maps')");
    String csv = Files.readString(page.waitForDownload(() -> page.click("text=CSV")).path());
    assertThat(csv).contains(",'=1+1\r\n", ",'+1\r\n", ",'-1\r\n", ",'@x\r\n");
  }
}
