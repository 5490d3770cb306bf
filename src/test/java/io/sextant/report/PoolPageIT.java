package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sextant.math.Interval;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.PooledShare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the page of several corpora in a browser. */
class PoolPageIT {
  @TempDir Path folder;
  private Browser browser;
  private Page page;

  @BeforeEach
  void show() {
    browser = Browser.open();
    RunManifest run = SyntheticRun.of(2, 3).manifest();
    Path file = folder.resolve("index.html");
    PoolReport.write(List.of(run, run, run), rows(), List.of(), file);
    page = browser.show(file);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.assertQuiet();
      browser.close();
    }
  }

  @Test
  void headsWhoseLabelsHoldAreFramed() {
    assertThat(page.locator("h1").textContent()).endsWith("over 3 corpora");
    assertThat(page.locator(".map .cell[data-head='4'] text").textContent()).isEqualTo(".80");
    Browser.assertCount(page.locator(".map .cell text[font-weight='700']"), 1);
    page.hover(".map .cell[data-head='4']");
    assertThat(page.locator(".tip").textContent())
        .contains("pooled.800 (.750 to .850)", "label in 3 of 3", "holdsdominant");
    page.selectOption("label:has-text('Colour') select", "tau");
    assertThat(page.locator(".map .cell[data-head='4'] text").textContent()).isEqualTo(".010");
  }

  @Test
  void labelsAreListedByWhetherTheyHold() {
    page.click("nav button:text-is('Labels that hold')");
    assertThat(page.locator(".changes dd").allTextContents())
        .containsExactly("1-1 .800, from .600", "0-1 .400, from .050", "0-2 .400, from .050");
  }

  /** Returns rows in which head 4 holds, head 1 is in every corpus and head 2 is in one. */
  private static List<PooledShare> rows() {
    List<PooledShare> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double pooled = i == 4 ? .8 : .4;
      rows.add(
          Table.POOLED_SHARES
              .row()
              .set("run_ids", List.of("a", "b", "c"))
              .set("layer", i / 3)
              .set("head", i % 3)
              .set("pattern", "next")
              .set("part", "all")
              .set("unit", "token")
              .set("stratum", "all")
              .set("n_runs", 3)
              .set("pooled", new Interval(pooled, pooled - .05, pooled + .05))
              .set("pooled_se", .01)
              .set("tau2", .0001)
              .set("i2", .5)
              .set("prediction_low", i == 4 ? .6 : .05)
              .set("prediction_high", .9)
              .set("least", .3)
              .set("greatest", .9)
              .set("exhibited_by", i == 4 || i == 1 ? 3L : i == 2 ? 1L : 0L)
              .set("grade", i == 4 ? "dominant" : i == 1 ? "strong" : "none")
              .set("holds", i == 4 ? "dominant" : "none")
              .build());
    }
    return rows;
  }
}
