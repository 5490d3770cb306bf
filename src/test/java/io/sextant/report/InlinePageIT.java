package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a page in the frame without an address in which Python's package shows it in notebooks. */
class InlinePageIT extends PageInBrowser {
  /**
   * What VS Code lets the outputs of a notebook do where notebook.experimental.enableCsp is set.
   */
  private static final String VS_CODE =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
          + " script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline';"
          + " img-src https: http: data:; font-src https:; connect-src https:;"
          + " child-src https: data:\">";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", VS_CODE})
  void whatIsChosenIsShown(String policy) throws IOException {
    SyntheticRun run = SyntheticRun.of(12, 12);
    Pictures none = Pictures.named(List.of("none"));
    Report.write(run.manifest(), RichRun.plain(run), EffectRows.NONE, folder, none);
    String html = Files.readString(folder.resolve("index.html"));
    String quoted = html.replace("&", "&amp;").replace("\"", "&quot;");
    String frame =
        "<iframe srcdoc=\"%s\" width=1300 height=900 sandbox=\"allow-scripts allow-downloads\">";
    page = browser.serve(path -> Map.entry("text/html", policy + frame.formatted(quoted)));
    FrameLocator shown = page.frameLocator("iframe");
    shown.locator("nav button:text-is('Heat maps')").click();
    shown.locator(".small-map:has-text('Delimiters')").click();
    shown.locator("h2:text-is('Delimiters')").waitFor();
    shown.locator("nav button:text-is('Head')").click();
    shown.locator(".share-row").first().waitFor();
    assertThat(page.url()).isEqualTo("http://scripts.test/");
  }
}
