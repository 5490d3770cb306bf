package io.sextant.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws labelled bars for each engine, with the sets below one another, for a page 900 pixels wide.
 */
final class ThroughputChart {
  private static final int WIDTH = 900;
  private static final int MARGIN = 20;
  private static final int HEAD = 76;
  private static final int FOOT = 34;
  private static final int BAR = 16;
  private static final int BASELINE = 13;
  private static final int BAR_STEP = 19;
  private static final int GROUP_GAP = 16;
  private static final int LEFT = 160;
  private static final int LABEL_ROOM = 170;

  /**
   * The number of image pixels for one layout pixel, so that the chart is sharp on high-density
   * screens.
   */
  private static final int SCALE = 2;

  private static final Color INK = new Color(0x1c1e21);
  private static final Color FAINT = new Color(0x5c6168);

  private final Graphics2D graphics;

  private ThroughputChart(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * Draws the chart.
   *
   * @param results by set and engine
   * @param file the path without its extension, {@code .png}
   */
  static void write(Map<String, Map<String, Median>> results, Path file) throws IOException {
    int engines = results.values().iterator().next().size();
    int height = HEAD + results.size() * (engines * BAR_STEP + GROUP_GAP) + FOOT;
    BufferedImage image =
        new BufferedImage(SCALE * WIDTH, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    graphics.setPaint(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    new ThroughputChart(graphics).draw(results, height);
    graphics.dispose();
    ImageIO.write(image, "png", file.resolveSibling(file.getFileName() + ".png").toFile());
  }

  private void draw(Map<String, Map<String, Median>> results, int height) {
    List<Median> rates = results.values().stream().flatMap(set -> set.values().stream()).toList();
    double greatest = rates.stream().mapToDouble(Median::middle).max().orElseThrow();
    double pixels = (WIDTH - LEFT - LABEL_ROOM - MARGIN) / greatest;
    text("BERT-Base with every attention map, one thread", MARGIN, 32, Font.BOLD, 19, INK);
    String unit = "sentence pairs per second of processor time, median of %d rounds";
    text(unit.formatted(rates.get(0).laps()), MARGIN, 54, Font.PLAIN, 13, FAINT);
    int y = HEAD;
    for (Map.Entry<String, Map<String, Median>> set : results.entrySet()) {
      text(title(set.getKey()), MARGIN, y + BASELINE, Font.BOLD, 13, INK);
      for (Map.Entry<String, Median> rate : set.getValue().entrySet()) {
        bar(EngineStyle.of(rate.getKey()), rate.getValue().middle(), y, pixels);
        y += BAR_STEP;
      }
      y += GROUP_GAP;
    }
    text(Machine.describe(), MARGIN, height - MARGIN, Font.PLAIN, 11, FAINT);
  }

  private void bar(EngineStyle style, double rate, int y, double pixels) {
    graphics.setPaint(style.color());
    graphics.fill(new Rectangle2D.Double(LEFT, y, rate * pixels, BAR));
    double end = LEFT + rate * pixels + 6;
    end += text("%.1f".formatted(rate), end, y + BASELINE, Font.BOLD, 12, INK);
    text(style.label(), end + 8, y + BASELINE, Font.PLAIN, 12, FAINT);
  }

  private static String title(String set) {
    return switch (set) {
      case "mixed" -> "SNLI + Europarl";
      case "snli" -> "SNLI";
      case "europarl" -> "Europarl";
      default -> set.replace("T=", "") + " tokens";
    };
  }

  /** Draws a text on the baseline y; returns its width. */
  private double text(String text, double x, double y, int style, int size, Color color) {
    Font font = new Font(Font.SANS_SERIF, style, size);
    graphics.setFont(font);
    graphics.setPaint(color);
    graphics.drawString(text, (float) x, (float) y);
    return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }
}
