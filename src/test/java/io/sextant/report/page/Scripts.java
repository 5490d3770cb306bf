package io.sextant.report.page;

import com.microsoft.playwright.Page;
import io.sextant.report.Browser;
import java.util.List;
import java.util.Map;

/** The page's scripts, loaded as modules into the system's Chromium so that tests can call them. */
final class Scripts implements AutoCloseable {
  private final Browser browser;
  private final Page page;

  private Scripts(Browser browser) {
    this.browser = browser;
    this.page = browser.serve(Scripts::answer);
  }

  /** Starts the browser; the test is skipped if it is not installed. */
  static Scripts open() {
    return new Scripts(Browser.open());
  }

  private static Map.Entry<String, String> answer(String path) {
    return path.endsWith(".js")
        ? Map.entry("text/javascript", Asset.read("/report/js" + path))
        : Map.entry("text/html", "<!DOCTYPE html><script>" + Asset.preact() + "</script>");
  }

  /** Returns the value of an expression in which {@code m} is the given module. */
  Object run(String module, String expression) {
    return page.evaluate(
        "async () => { const m = await import('/" + module + ".js'); return " + expression + "; }");
  }

  String text(String module, String expression) {
    return (String) run(module, expression);
  }

  double number(String module, String expression) {
    return ((Number) run(module, expression)).doubleValue();
  }

  List<Double> numbers(String module, String expression) {
    return list(module, "Array.from(" + expression + ")").stream()
        .map(value -> ((Number) value).doubleValue())
        .toList();
  }

  List<?> list(String module, String expression) {
    return (List<?>) run(module, expression);
  }

  @Override
  public void close() {
    browser.assertQuiet();
    browser.close();
  }
}
