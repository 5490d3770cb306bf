package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sextant.math.Interval;
import io.sextant.report.draw.ColorScale;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadDifference;
import java.nio.file.Path;
import java.util.ArrayList;
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
    Path file = folder.resolve("index.html");
    ComparisonReport.write(run, run, rows(), List.of(), file);
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
  void differencesAreDrawnAroundNone() {
    assertThat(text(4)).isEqualTo("+.40");
    assertThat(text(1)).isEqualTo("−.20");
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("no difference");
    assertThat(page.locator(".map .cell[data-head='4'] rect").first().getAttribute("fill"))
        .isEqualTo(css(.9));
    Browser.assertCount(page.locator(".map .cell text[font-weight='700']"), 2);
    page.hover(".map .cell[data-head='4']");
    assertThat(page.locator(".tip").textContent())
        .contains("difference+.400 (+.350 to +.450)", "share in A.100", "share in B.500", "paired");
    page.selectOption("label:has-text('Colour') select", "lift_ratio");
    assertThat(text(4)).isEqualTo("4.0");
    page.selectOption("label:has-text('Colour') select", "difference_width");
    assertThat(text(4)).isEqualTo(".100");
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
   * Returns rows in which head 4 gained .4, head 1 lost .2, head 2 is undecided and the others are
   * unchanged.
   */
  private static List<HeadDifference> rows() {
    List<HeadDifference> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double a = i == 1 ? .4 : .1;
      double b = i == 4 ? .5 : i == 1 ? .2 : .1;
      String label = i == 4 ? "gained" : i == 1 ? "lost" : i == 2 ? "undecided" : null;
      rows.add(
          new HeadDifference(
              "a",
              "b",
              i / 3,
              i % 3,
              "next",
              "all",
              "token",
              "all",
              "paired",
              99,
              99,
              a,
              b,
              new Interval(b - a, b - a - .05, b - a + .05),
              1,
              i == 4 ? 4 : 1,
              new Interval(i == 4 ? 4 : 1, .5, 2),
              "none",
              "none",
              label));
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
