package io.sextant.report;

import com.microsoft.playwright.Page;
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

  @AfterEach
  void nothingWasSaidOrAskedFor() {
    browser.assertQuiet();
    page.context().close();
  }
}
