package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sextant.view.PairVectors;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the main states of the pages with screenshots that were checked by eye. They are stored
 * and compared at a third of their size, so that differences in glyph rendering do not matter but
 * differences in layout or colour do. They use no font of the machine. {@code
 * -Dsextant.golden=write} rewrites the screenshots; look at each before it is committed.
 */
class ScreenshotIT {
  private static final Path GOLDEN = Path.of("src/test/resources/io/sextant/report/golden");
  private static final int SHRUNK = 3;

  /** The allowed mean difference of a colour component, out of 255. */
  private static final double MEAN = 3;

  /** The fraction of components that may differ by more than 60. */
  private static final double OFTEN = .01;

  @TempDir static Path folder;
  @TempDir static Path fonts;
  private static Browser browser;

  @BeforeAll
  static void write() throws IOException {
    browser = Browser.withFontsOfPictures(fonts);
    SyntheticRun run = SyntheticRun.of(12, 12);
    Report.write(run.manifest(), RichRun.full(run), EffectRows.NONE, folder, Pictures.NONE);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void findings() throws IOException {
    compare(browser.show(folder.resolve("index.html")), "findings");
  }

  @Test
  void maps() throws IOException {
    Page page = maps(1400, ColorScheme.LIGHT);
    page.click(".map .cell[data-head='24']");
    page.hover(".map .cell[data-head='29']");
    compare(page, "maps");
  }

  @Test
  void mapsOnDarkPaper() throws IOException {
    compare(maps(1400, ColorScheme.DARK), "maps-dark");
  }

  @Test
  void mapsOnANarrowScreen() throws IOException {
    compare(maps(420, ColorScheme.LIGHT), "maps-narrow");
  }

  @Test
  void labels() throws IOException {
    Page page = maps(1400, ColorScheme.LIGHT);
    page.click(".small-map >> nth=0");
    compare(page, "labels");
  }

  @Test
  void headsByDistance() throws IOException {
    Page page = maps(1400, ColorScheme.LIGHT);
    page.click("nav button >> nth=2");
    page.click(".dot[data-head='24']");
    compare(page, "distance");
  }

  @Test
  void head() throws IOException {
    Page page = maps(1400, ColorScheme.LIGHT);
    page.click(".map .cell[data-head='24']");
    page.click("text=open its page");
    compare(page, "head");
  }

  @Test
  void pair() throws IOException {
    Random random = new Random(4);
    List<String> tokens =
        List.of("[CLS]", "the", "cat", "[SEP]", "straw", "##berries", "taste", "good", "[SEP]");
    double[] vectors = random.doubles(9 * 32, -2, 2).toArray();
    double[] more = random.doubles(9 * 32, -2, 2).toArray();
    PairVectors pair =
        new PairVectors(
            "tiny",
            tokens,
            new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1},
            Tokens.wordOf(tokens),
            Tokens.words(tokens),
            4,
            List.of(new PairVectors.Layer(vectors, more), new PairVectors.Layer(more, vectors)));
    Path file = folder.resolve("pair.html");
    PairReport.writePage(pair, file);
    Page page = browser.show(file);
    compare(page, "pair-heads");
    page.click("nav button:text-is('Matrix')");
    page.click(".tokens.left li >> nth=1");
    page.click(".tokens.left li >> nth=2");
    page.click(".tokens.right li >> nth=4");
    page.hover(".matrix canvas");
    compare(page, "pair-matrix");
    page.click("nav button:text-is('Neuron view')");
    compare(page, "pair-neurons");
  }

  private static Page maps(int width, ColorScheme paper) {
    Page page = browser.show(folder.resolve("index.html"), width, paper);
    page.click("nav button >> nth=1");
    return page;
  }

  private static void compare(Page page, String name) throws IOException {
    page.waitForTimeout(300);
    BufferedImage seen = shrunk(ImageIO.read(new ByteArrayInputStream(page.screenshot())));
    Path golden = GOLDEN.resolve(name + ".png");
    if ("write".equals(System.getProperty("sextant.golden"))) {
      Files.createDirectories(GOLDEN);
      ImageIO.write(seen, "png", golden.toFile());
    }
    BufferedImage expected = ImageIO.read(golden.toFile());
    assertThat(seen.getWidth()).isEqualTo(expected.getWidth());
    assertThat(seen.getHeight()).isEqualTo(expected.getHeight());
    long sum = 0;
    long far = 0;
    long count = 3L * seen.getWidth() * seen.getHeight();
    for (int y = 0; y < seen.getHeight(); y++) {
      for (int x = 0; x < seen.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int one = seen.getRGB(x, y) >> shift & 0xff;
          int other = expected.getRGB(x, y) >> shift & 0xff;
          sum += Math.abs(one - other);
          far += Math.abs(one - other) > 60 ? 1 : 0;
        }
      }
    }
    assertThat((double) sum / count).as(name + ": mean difference").isLessThan(MEAN);
    assertThat((double) far / count).as(name + ": far off").isLessThan(OFTEN);
    browser.assertQuiet();
  }

  private static BufferedImage shrunk(BufferedImage image) {
    int width = image.getWidth() / SHRUNK;
    int height = image.getHeight() / SHRUNK;
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(
        image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    return small;
  }
}
