package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void aFewColorsAreKeptExactly() {
    BufferedImage image = squares(16);
    BufferedImage indexed = Palette.indexed(image, 256);
    assertThat(((IndexColorModel) indexed.getColorModel()).getMapSize()).isEqualTo(256);
    assertThat(pixels(indexed)).isEqualTo(pixels(image));
  }

  @Test
  void manyColorsBecomeNearOnesAndALargeAreaKeepsItsOwn() {
    BufferedImage image = squares(40);
    Color area = new Color(0x123456);
    var graphics = image.createGraphics();
    graphics.setColor(area);
    graphics.fillRect(0, 0, 160, 80);
    graphics.dispose();
    BufferedImage indexed = Palette.indexed(image, 64);
    assertThat(((IndexColorModel) indexed.getColorModel()).getMapSize()).isEqualTo(64);
    assertThat(new Color(indexed.getRGB(3, 3))).isEqualTo(area);
    int[] before = pixels(image);
    int[] after = pixels(indexed);
    for (int i = 0; i < before.length; i++) {
      Color one = new Color(before[i]);
      Color other = new Color(after[i]);
      // 800 colours in a plane of 256 by 128: 64 boxes are at most about 50 wide.
      assertThat(Math.abs(one.getRed() - other.getRed())).isLessThan(50);
      assertThat(Math.abs(one.getGreen() - other.getGreen())).isLessThan(50);
    }
  }

  /** Returns an image of n by n squares of different colours. */
  private static BufferedImage squares(int n) {
    BufferedImage image = new BufferedImage(4 * n, 4 * n, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 4 * n; x++) {
      for (int y = 0; y < 4 * n; y++) {
        image.setRGB(x, y, new Color(x / 4 * 255 / n, y / 4 * 255 / n, 90).getRGB());
      }
    }
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }
}
