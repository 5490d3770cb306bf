package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sextant.report.page.Asset;
import java.util.List;

/** Deque's axe-core, which looks for what keeps people from reading or using a page. */
final class Accessibility {
  private static final String FOUND =
      """
      async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap(
          ({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) =>
              id + " at " + target.join(" ") + ": " + failureSummary.replaceAll("\\n", " ")))""";

  private Accessibility() {}

  /** Fails if axe finds anything on a page as it is shown. */
  static void assertNothingIsFound(Page page, String state) {
    page.evaluate(Asset.read("/axe.min.js"));
    assertThat((List<?>) page.evaluate(FOUND)).as(state).isEmpty();
  }
}
