package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunManifest;
import io.sextant.testing.MadeEffects;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the report says about the effects of heads. */
class EffectsPageIT extends PageInBrowser {
  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    SyntheticRun run = SyntheticRun.of(12, 12);
    RunManifest measured = run.manifest().toBuilder().effects(MadeEffects.HOW).build();
    EffectRows effects =
        new EffectRows(MadeEffects.heads(), MadeEffects.patterns(), MadeEffects.labels());
    Pictures none = Pictures.named(List.of("none"));
    Report.write(measured, RichRun.full(run), effects, folder.resolve("with"), none);
    Report.write(
        run.manifest(), RichRun.full(run), EffectRows.NONE, folder.resolve("without"), none);
  }

  @Test
  void labelsAreShownBesideRandomSetsAndPatternsBesideTheirControls() {
    page = browser.show(folder.resolve("with/index.html"));
    page.click("nav button:text-is('Effects')");
    assertThat(page.locator("main").textContent())
        .contains("how much the loss of masked words grows, which is 2.35 nats in the intact model")
        .contains("64 pairs", "replaced by its mean");
    assertThat(page.locator(".label-row").allTextContents())
        .satisfiesExactly(
            first -> assertThat(first).contains("Next word (14)", ".25", "rank 1 of 21"),
            second -> assertThat(second).contains(".0123", "rank 21 of 21"));
    assertThat(page.locator(".knockouts tbody tr").allTextContents())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("2-0", "Next word", ".01 (.009 to .011)", ".002 (.001 to .003)")
                    .contains(".008 (.007 to .009)", "< .001", ".8 (.7 to .9)"),
            second -> assertThat(second).contains("7-6", "–"));
    page.click(".knockouts tbody tr >> nth=0 >> button");
    assertThat(page.locator("h2").textContent()).isEqualTo("Layer 2 head 0");
  }

  @Test
  void aHeadsPageSaysWhatTheHeadDoes() {
    page = browser.show(folder.resolve("with/index.html"));
    page.click("nav button:text-is('Effects')");
    page.click(".knockouts tbody tr >> nth=0 >> button");
    assertThat(page.locator("[data-effect='effect'] dd").textContent())
        .isEqualTo("−.0019 (−.0029 to −.0009)");
    assertThat(page.locator("[data-effect='rank'] dd").textContent()).isEqualTo("120 of 144");
    assertThat(page.locator("[data-effect='layer_mean'] dd").textContent()).isEqualTo(".00123");
    assertThat(page.locator(".knockouts tbody tr").allTextContents()).hasSize(1);
  }

  @Test
  void theEffectIsAColourOfTheHeatMap() {
    page = browser.show(folder.resolve("with/index.html"));
    page.click("nav button:text-is('Heat maps')");
    page.selectOption("label:has-text('Colour') select", "masked_lm_loss");
    page.hover(".map .cell[data-head='143']");
    assertThat(page.locator(".tip").textContent()).contains("effect on the loss", ".01");
    assertThat(page.locator(".detail").textContent()).contains("an ablated head is replaced");
    page.selectOption("label:has-text('Colour') select", "masked_lm_kl");
    page.hover(".map .cell[data-head='143']");
    assertThat(page.locator(".tip").textContent())
        .contains("effect on the predicted words", ".143");
  }

  @Test
  void theReaderChoosesTheOutcomeAndALinkKeepsIt() {
    page = browser.show(folder.resolve("with/index.html"));
    page.click("nav button:text-is('Effects')");
    page.selectOption("label:has-text('Effect on') select", "masked_lm_kl");
    assertThat(page.locator("main").textContent())
        .contains("how much the divergence of the predicted words from those of the intact model")
        .doesNotContain("2.35");
    assertThat(page.locator(".label-row").first().textContent()).contains(".5", "rank 1 of 21");
    assertThat(page.locator(".knockouts tbody tr").allTextContents()).hasSize(2);
    page.click(".knockouts tbody tr >> nth=0 >> button");
    assertThat(page.url()).contains("outcome=masked_lm_kl");
    assertThat(page.locator("[data-effect='effect'] dd").textContent())
        .isEqualTo(".024 (.023 to .025)");
    page.selectOption("label:has-text('Effect on') select", "masked_lm_loss");
    assertThat(page.locator("[data-effect='rank'] dd").textContent()).isEqualTo("120 of 144");
  }

  @Test
  void aRunWithoutEffectsShowsNone() {
    page = browser.show(folder.resolve("without/index.html"));
    assertThat(page.locator("nav").textContent()).doesNotContain("Effects");
    page.click("nav button:text-is('Heat maps')");
    assertThat(page.locator("label:has-text('Colour') select").textContent())
        .doesNotContain("effect on the");
  }
}
