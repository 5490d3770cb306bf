package io.sextant.report.draw;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Scales of colours for positions from 0 to 1, interpolated in sRGB between evenly spaced control
 * points. The lightness of the control points changes in equal steps in OKLCH (Ottosson 2020). So
 * the order is visible without hue, for readers with any kind of colour blindness and in greyscale
 * prints.
 */
public enum ColorScale {
  /** From pale, which stands for chance, over green to dark blue. */
  SEQUENTIAL(
      0xf0f4eb, 0xbae2c1, 0x76cfb4, 0x29b5b5, 0x0095b6, 0x0e74a9, 0x1c5592, 0x1c3a75, 0x162351),
  /** Pale in the middle, purple below it and orange above it. */
  DIVERGING(
      0x2b1e66, 0x494394, 0x696db8, 0x8e9ad3, 0xbbc7e5, 0xf2f3f3, 0xe2c6a4, 0xcf995d, 0xb86b0c,
      0x924500, 0x642908);

  private final int[] points;

  ColorScale(int... points) {
    this.points = points;
  }

  /** Returns the control points of every scale as {@code #rrggbb}, by its name in lower case. */
  public static Map<String, List<String>> all() {
    return Arrays.stream(values())
        .collect(Collectors.toMap(scale -> scale.name().toLowerCase(Locale.ROOT), ColorScale::hex));
  }

  private static List<String> hex(ColorScale scale) {
    return Arrays.stream(scale.points)
        .mapToObj(point -> String.format(Locale.ROOT, "#%06x", point))
        .toList();
  }

  /**
   * Returns the colour at a position. Positions outside 0 to 1 have the colour of the nearer end.
   *
   * @throws IllegalArgumentException if the position is NaN
   */
  public Color at(double position) {
    if (Double.isNaN(position)) {
      throw new IllegalArgumentException("no colour stands for a value that was not measured");
    }
    double place = Math.max(0, Math.min(1, position)) * (points.length - 1);
    int below = Math.min((int) place, points.length - 2);
    double part = place - below;
    return new Color(mix(16, below, part), mix(8, below, part), mix(0, below, part));
  }

  private int mix(int shift, int below, double part) {
    int from = points[below] >> shift & 0xff;
    int to = points[below + 1] >> shift & 0xff;
    return (int) Math.round(from + (to - from) * part);
  }

  /** Returns the relative luminance of a colour, 0 (black) to 1 (white), as defined in WCAG 2.2. */
  public static double luminance(Color color) {
    return .2126 * linear(color.getRed())
        + .7152 * linear(color.getGreen())
        + .0722 * linear(color.getBlue());
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
  }
}
