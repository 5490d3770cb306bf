package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sextant.math.Interval;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the report says about the effects of heads. */
class EffectsPageIT {
  @TempDir static Path folder;
  private static Browser browser;

  private Page page;

  @BeforeAll
  static void write() {
    browser = Browser.open();
    SyntheticRun run = SyntheticRun.of(12, 12);
    RunManifest measured =
        run.manifest().toBuilder()
            .effects(
                new RunManifest.Effects(
                    64, "mean", "labelled", List.of("masked_lm_loss", "masked_lm_kl"), "f"))
            .build();
    EffectRows effects =
        new EffectRows(
            IntStream.range(0, 144).mapToObj(EffectsPageIT::head).toList(),
            List.of(knockedOut(2, 0, "next", "all"), knockedOut(7, 6, "delimiter", "sep")),
            List.of(label("delimiter", "sep", .0123, 21), label("next", "all", .25, 1)));
    Pictures none = Pictures.named(List.of("none"));
    Report.write(measured, RichRun.full(run), effects, folder.resolve("with"), none);
    Report.write(run.manifest(), RichRun.full(run), folder.resolve("without"), none);
  }

  /** Head i has the effect (i - 43) / 10,000 and so the rank 144 - i. */
  private static HeadEffect head(int number) {
    return Table.HEAD_EFFECTS
        .row()
        .set(new HeadKey("run", number / 12, number % 12))
        .set("outcome", "masked_lm_loss")
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("intact", 2.34567)
        .set("effect", around((number - 43) / 10_000.))
        .set("q_value", .02)
        .set("layer_mean", .00123)
        .set("rank", 144 - number)
        .build();
  }

  private static PatternEffect knockedOut(int layer, int head, String pattern, String part) {
    return Table.PATTERN_EFFECTS
        .row()
        .set(new HeadKey("run", layer, head))
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", "masked_lm_loss")
        .set("exhibits", true)
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("knockout_effect", around(.01))
        .set("n_controlled", 64L)
        .set("matched_effect", .01)
        .set("control_effect", around(.002))
        .set("difference", around(layer == 2 ? .008 : .004))
        .set("q_value", .0004)
        .set("explained", layer == 2 ? new Interval(.8, .7, .9) : Interval.NONE)
        .build();
  }

  private static LabelEffect label(String pattern, String part, double effect, int rank) {
    return Table.LABEL_EFFECTS
        .row()
        .set("run_id", "run")
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", "masked_lm_loss")
        .set("n_heads", 14)
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("effect", around(effect))
        .set("random_sets", 20)
        .set("random_mean", .05)
        .set("random_sd", .01)
        .set("rank", rank)
        .set("difference", around(effect - .05))
        .build();
  }

  private static Interval around(double value) {
    return new Interval(value, value - .001, value + .001);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasSaidOrAskedFor() {
    browser.assertQuiet();
    page.context().close();
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
    page.selectOption("label:has-text('Colour') select", "effect");
    page.hover(".map .cell[data-head='143']");
    assertThat(page.locator(".tip").textContent()).contains("effect on the output", ".01");
    assertThat(page.locator(".detail").textContent()).contains("an ablated head is replaced");
  }

  @Test
  void aRunWithoutEffectsShowsNone() {
    page = browser.show(folder.resolve("without/index.html"));
    assertThat(page.locator("nav").textContent()).doesNotContain("Effects");
    page.click("nav button:text-is('Heat maps')");
    assertThat(page.locator("label:has-text('Colour') select").textContent())
        .doesNotContain("effect on the output");
  }
}
