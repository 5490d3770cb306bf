package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The system's Chromium, headless and without network access. No page may have logged to its
 * console or requested anything but itself; {@link #close} checks that.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, Path executable, Map<String, String> environment) {
    this.playwright = playwright;
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setEnv(environment)
                    .setArgs(List.of("--no-sandbox", "--force-color-profile=srgb")));
  }

  /** Starts the browser; the test is skipped if it is not installed. */
  public static Browser open() {
    return open(System.getenv());
  }

  /**
   * Starts the browser with the fonts of the pictures alone, so that pages look the same on every
   * machine; the test is skipped if it is not installed.
   *
   * @param folder where the fonts are put
   */
  static Browser withFontsOfPictures(Path folder) throws IOException {
    for (String weight : List.of("Regular", "Bold")) {
      String name = "LiberationSans-" + weight + ".ttf";
      try (InputStream font = Browser.class.getResourceAsStream("/report/font/" + name)) {
        Files.copy(font, folder.resolve(name));
      }
    }
    String fonts = "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>";
    Path configuration = folder.resolve("fonts.conf");
    Files.writeString(configuration, fonts.formatted(folder, folder.resolve("cache")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("FONTCONFIG_FILE", configuration.toString());
    return open(environment);
  }

  private static Browser open(Map<String, String> environment) {
    Path executable =
        PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(executable != null, "no Chromium among " + PLACES);
    Playwright.CreateOptions options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    return new Browser(Playwright.create(options), executable, environment);
  }

  /**
   * Opens a page from a file, 1400 by 1000 pixels, in the light theme, and waits until it is drawn.
   */
  Page show(Path file) {
    return show(file, 1400, ColorScheme.LIGHT);
  }

  Page show(Path file, int width, ColorScheme paper) {
    Page page = page(width, paper, true);
    page.onRequest(
        request -> {
          boolean own = request.url().startsWith(file.toUri().toString());
          if (!own && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(file.toUri().toString());
    page.waitForSelector("html[data-ready='yes']");
    return page;
  }

  /** Returns an empty page whose requests are answered by path with a content type and a text. */
  public Page serve(Function<String, Map.Entry<String, String>> answers) {
    Page page = page(1400, ColorScheme.LIGHT, false);
    page.route(
        "**",
        route -> {
          Map.Entry<String, String> answer =
              answers.apply(URI.create(route.request().url()).getPath());
          route.fulfill(
              new Route.FulfillOptions()
                  .setContentType(answer.getKey() + "; charset=utf-8")
                  .setBody(answer.getValue()));
        });
    page.navigate("http://scripts.test/");
    return page;
  }

  private Page page(int width, ColorScheme paper, boolean offline) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 1000)
                .setColorScheme(paper)
                .setOffline(offline)
                .setAcceptDownloads(true)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add("console: " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  /** Returns the number of pixels of a canvas that have been drawn on, read from a copy. */
  static int ink(Page page, String canvas) {
    Object count =
        page.evaluate(
            """
            selector => {
              const canvas = document.querySelector(selector);
              const copy = document.createElement("canvas");
              copy.width = canvas.width;
              copy.height = canvas.height;
              const context = copy.getContext("2d", { willReadFrequently: true });
              context.drawImage(canvas, 0, 0);
              const parts = context.getImageData(0, 0, copy.width, copy.height).data;
              return parts.filter((part, i) => i % 4 === 3 && part > 0).length;
            }""",
            canvas);
    return ((Number) count).intValue();
  }

  /**
   * Fails unless the locator matches that many elements within the five seconds that Playwright
   * waits.
   */
  static void assertCount(Locator found, int count) {
    PlaywrightAssertions.assertThat(found).hasCount(count);
  }

  /** Fails if any page logged or requested anything. */
  public void assertQuiet() {
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    assertThat(heard).isEmpty();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
