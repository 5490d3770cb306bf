package io.sextant.report;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Tests of pages in a browser, which is skipped where there is none. A page may neither log to its
 * console nor request anything but itself.
 */
abstract class PageInBrowser {
  static Browser browser;

  /** The page that the test shows. */
  Page page;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Goes to a view of the page. */
  final void tab(String title) {
    page.click("nav button:text-is('" + title + "')");
  }

  /** Chooses a value in the select with a label. */
  final void choose(String label, String value) {
    page.selectOption("label:has-text('" + label + "') select", value);
  }

  /** Returns the first chart of the view as it is saved. */
  final String saved() throws IOException {
    String click = "document.querySelector('.save button').click()";
    return Files.readString(page.waitForDownload(() -> page.evaluate(click)).path());
  }

  @AfterEach
  void nothingWasSaidOrAskedFor() {
    browser.assertQuiet();
    page.context().close();
  }
}
