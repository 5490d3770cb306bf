package io.sextant.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.report.Grids;
import io.sextant.report.RichRun;
import io.sextant.report.SyntheticRun;
import io.sextant.report.Xml;
import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.PngFile;
import io.sextant.report.draw.ShareAxis;
import io.sextant.report.draw.SvgDocument;
import io.sextant.report.draw.Typeface;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {
  private static final LocalLayers NONE = new LocalLayers(List.of());

  private final Typeface typeface = Typeface.load();

  @TempDir Path directory;

  @Test
  void pngIsOneColumnWideAndSaysSo() throws IOException {
    HeatMap map = scores(12, 12, "next");
    BufferedImage image = png(map);
    assertThat(image.getWidth()).isEqualTo(1004);
    assertThat(image.getHeight()).isEqualTo((int) Math.round(map.height() * 300 / 72));
    assertThat(new String(Files.readAllBytes(directory.resolve("map.png")), 0, 1000, "ISO-8859-1"))
        .contains("pHYs");
  }

  @Test
  void cellHasTheColourOfItsValue() throws IOException {
    HeatMap map = scores(12, 12, "next");
    Color expected = new ShareAxis(.036).color(.91);
    assertThat(corner(png(map), map, 2, 0)).isEqualTo(expected);
    assertThat(corner(png(map), map, 0, 2)).isNotEqualTo(expected);
  }

  @Test
  void cellsWithTooFewPairsAreLightlyHatchedOverTheColourOfTheirValue() throws IOException {
    SyntheticRun run = SyntheticRun.of(12, 12);
    ScoreGrid grid = Grids.of(run, "predictive_subword");
    HeatMap map = HeatMap.scores(grid, "m", NONE);
    BufferedImage image = png(map);
    assertThat(SyntheticRun.isHatched(5, 4)).isTrue();
    assertThat(grid.isShort(5, 4)).isTrue();
    Color color = new ShareAxis(grid.chance()).color(grid.score(5, 4));
    assertThat(corner(image, map, 5, 4)).isEqualTo(color);
    assertThat(colours(image, map, 5, 4)).isGreaterThan(3);
    assertThat(Xml.texts(SvgDocument.file(map, typeface))).contains("too few pairs");
  }

  @Test
  void aRunOverSingleSentencesSpeaksOfSentences() {
    SyntheticRun pairs = SyntheticRun.of(12, 12);
    SyntheticRun run =
        new SyntheticRun(
            pairs.manifest().toBuilder().configuration(Map.of("input.singles", true)).build(),
            pairs.patterns(),
            pairs.profiles(),
            pairs.exemplars());
    ScoreGrid grid = Grids.of(run, "predictive_subword");
    assertThat(Xml.texts(SvgDocument.file(HeatMap.scores(grid, "m", NONE), typeface)))
        .contains("too few sentences")
        .anyMatch(text -> text.endsWith(" · 12,480 sentences · m"))
        .noneMatch(text -> text.contains("pair"));
    assertThat(
            Xml.texts(
                SvgDocument.file(SmallMultiples.ofPatterns(List.of(grid), "m", NONE), typeface)))
        .contains("too few sentences")
        .noneMatch(text -> text.contains("pair"));
  }

  @Test
  void svgHasValuesAsTextAndIsWellFormed() {
    String svg = SvgDocument.file(scores(12, 12, "next"), typeface);
    assertThat(Xml.texts(svg))
        .contains("Next word", ".91", "chance .04", "head", "layer")
        .contains("share of attention · 12,480 pairs · bert & <co>");
    assertThat(svg).doesNotContain("id=\"").contains("width=\"241.0pt\"");
  }

  @Test
  void localLayersHaveABar() throws IOException {
    LocalLayers local = new LocalLayers(Arrays.asList(null, 64, 64));
    HeatMap map = HeatMap.scores(Grids.of(SyntheticRun.of(3, 12), "next"), "m", local);
    BufferedImage image = png(map);
    int bar = pixel(map.cells().left() - 1.7);
    for (int layer = 0; layer < 3; layer++) {
      Color beside = new Color(image.getRGB(bar, pixel(map.cells().y(layer)) + 2));
      assertThat(beside).isEqualTo(layer == 0 ? Color.WHITE : Pen.INK);
    }
    assertThat(Xml.texts(SvgDocument.file(map, typeface)))
        .contains("Bar: local layer, whose queries see 64 positions to each side.");
    assertThat(map.height()).isGreaterThan(scores(3, 12, "next").height());
  }

  @Test
  void liftIsMarkedAroundOne() {
    String svg =
        SvgDocument.file(
            HeatMap.lifts(Grids.of(SyntheticRun.of(12, 12), "next"), "m", NONE), typeface);
    assertThat(Xml.texts(svg)).contains("chance 1", "25", "1/4", "4");
  }

  @Test
  void correlationsAreMarkedAroundNought() {
    SyntheticRun run = SyntheticRun.of(12, 12);
    ScoreGrid grid =
        PatternGroup.of(
                run.manifest(), RichRun.withMaskedLm(run).patterns(), new PatternWords(List.of()))
            .stream()
            .map(PatternGroup::main)
            .filter(main -> main.pattern().equals("predictive_mlm"))
            .findFirst()
            .orElseThrow();
    String svg = SvgDocument.file(HeatMap.scores(grid, "m", NONE), typeface);
    assertThat(Xml.texts(svg))
        .contains("Words that predict it", "chance 0", "-.15", ".15", ".14")
        .contains("rank correlation with what predicts the word · 40 pairs · m");
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    png(scores(12, 12, "next"));
    byte[] first = Files.readAllBytes(directory.resolve("map.png"));
    png(scores(12, 12, "next"));
    assertThat(Files.readAllBytes(directory.resolve("map.png"))).isEqualTo(first);
    assertThat(SvgDocument.file(scores(12, 12, "next"), typeface))
        .isEqualTo(SvgDocument.file(scores(12, 12, "next"), typeface));
  }

  @ParameterizedTest
  @CsvSource({"24, 16", "2, 2", "1, 1", "40, 40"})
  void anyShapeCanBeDrawn(int layers, int heads) throws IOException {
    HeatMap map = scores(layers, heads, "next");
    assertThat(png(map).getWidth()).isEqualTo(1004);
    assertThat(map.cells().x(heads)).isLessThanOrEqualTo(Figure.COLUMN);
    assertThat(Xml.texts(SvgDocument.file(map, typeface))).contains("Next word");
  }

  private static HeatMap scores(int layers, int heads, String pattern) {
    return HeatMap.scores(Grids.of(SyntheticRun.of(layers, heads), pattern), "bert & <co>", NONE);
  }

  private BufferedImage png(HeatMap map) throws IOException {
    PngFile.write(map, typeface, directory.resolve("map.png"));
    return ImageIO.read(directory.resolve("map.png").toFile());
  }

  /**
   * Returns the colour just inside a cell's top left corner, which neither text nor hatching
   * covers.
   */
  private static Color corner(BufferedImage image, HeatMap map, int layer, int head) {
    return new Color(image.getRGB(pixel(map.cells().x(head)) + 2, pixel(map.cells().y(layer)) + 2));
  }

  private static long colours(BufferedImage image, HeatMap map, int layer, int head) {
    int side = pixel(map.cells().side());
    return Arrays.stream(
            image.getRGB(
                pixel(map.cells().x(head)), pixel(map.cells().y(layer)), side, side, null, 0, side))
        .distinct()
        .count();
  }

  private static int pixel(double points) {
    return (int) Math.round(points * PngFile.SCALE);
  }
}
