package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the report can be read and used by everyone, also without a mouse. */
class AccessibilityIT {
  private static final String FOCUSED = "document.activeElement.";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path file;

  @BeforeAll
  static void write() {
    browser = Browser.open();
    SyntheticRun run = SyntheticRun.of(12, 12);
    Report.write(run.manifest(), RichRun.full(run), EffectRows.NONE, folder, Pictures.NONE);
    file = folder.resolve("index.html");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axeFindsNothingInAnyView(ColorScheme paper) {
    Page page = browser.show(file, 1400, paper);
    for (String view : page.locator("nav button").allTextContents()) {
      page.click("nav button:text-is('" + view + "')");
      Accessibility.assertNothingIsFound(page, view);
    }
    page.click("nav button:text-is('Heat maps')");
    page.click(".map .cell[data-head='24']");
    Accessibility.assertNothingIsFound(page, "a pinned head");
    page.click(".small-map >> nth=0");
    Accessibility.assertNothingIsFound(page, "labels");
    page.context().close();
    page = browser.show(file, 390, paper);
    page.click("nav button:text-is('Heat maps')");
    Accessibility.assertNothingIsFound(page, "a narrow screen");
    browser.assertQuiet();
    page.context().close();
  }

  @Test
  void tabSkipsToTheContentAndArrowsMoveWithinAGroup() {
    Page page = browser.show(file);
    page.evaluate("location.hash = 'maps'");
    page.waitForSelector(".gallery");
    page.keyboard().press("Tab");
    assertThat(page.evaluate(FOCUSED + "textContent")).isEqualTo("Skip to the content");
    page.keyboard().press("Enter");
    assertThat(page.evaluate(FOCUSED + "id")).isEqualTo("main");
    assertThat(page.url()).endsWith("#maps");
    Browser.assertCount(page.locator(".gallery [tabindex='0']"), 1);
    page.focus(".gallery [tabindex='0']");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");
    assertThat(page.locator(".detail h2").textContent()).isEqualTo("Previous word");
    Browser.assertCount(page.locator("tbody [tabindex='0']"), 1);
    page.focus("tbody [tabindex='0']");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("tr.pinned").textContent())
        .isEqualTo(page.locator("tbody tr >> nth=1").textContent());
    page.click("nav button:text-is('Heads by distance')");
    Browser.assertCount(page.locator(".dot[tabindex='0']"), 1);
    page.focus(".dot[tabindex='0']");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    assertThat(page.evaluate(FOCUSED + "dataset.head")).isEqualTo("13");
    browser.assertQuiet();
    page.context().close();
  }

  @Test
  void everyControlIsReachedByTab() {
    Page page = browser.show(file);
    page.evaluate("location.hash = 'maps'");
    page.waitForSelector(".gallery");
    List<String> left =
        List.of("Paper", "Findings", "Colour", "Pairs", "Unit", "Part", "Filter", "Copy", "CSV");
    StringBuilder reached = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      reached.append(
          page.evaluate(
              "(document.activeElement.labels?.[0] || document.activeElement).textContent"));
    }
    assertThat(reached.toString()).contains(left);
    browser.assertQuiet();
    page.context().close();
  }
}
