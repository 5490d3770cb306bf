package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a head's page says of untrained models. */
class UntrainedPageIT extends PageInBrowser {
  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    SyntheticRun run = SyntheticRun.of(12, 12);
    Pictures none = Pictures.named(List.of("none"));
    Report.write(run.manifest(), RichRun.full(run), folder.resolve("with"), none);
    Report.write(run.manifest(), RichRun.plain(run), folder.resolve("without"), none);
  }

  @Test
  void sharesAreShownBesideThoseOfUntrainedModels() {
    page = browser.show(folder.resolve("with/index.html"));
    page.click("nav button:text-is('Head')");
    List<String> rows = page.locator(".untrained tbody tr").allTextContents();
    assertThat(rows).isNotEmpty();
    assertThat(page.locator(".untrained thead th").allTextContents())
        .containsExactly(
            "Pattern", "Share", "Untrained mean", "Excess", "Untrained heads that reach it");
    List<String> next = page.locator(".untrained tbody tr >> nth=0 >> td").allTextContents();
    double share = Double.parseDouble(next.get(1));
    assertThat(Double.parseDouble(next.get(2))).isCloseTo(share / 4, within(.001));
    assertThat(Double.parseDouble(next.get(3))).isCloseTo(share * 3 / 4, within(.001));
    assertThat(next.get(4)).isEqualTo("2");
  }

  @Test
  void aRunWithoutUntrainedModelsSaysNothingOfThem() {
    page = browser.show(folder.resolve("without/index.html"));
    page.click("nav button:text-is('Head')");
    assertThat(page.locator("main").textContent()).doesNotContain("ntrained");
  }
}
