package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The colours of the heads of a layer in the views of a pair, on the page and in pictures. */
public final class HeadColors {
  private static final List<Integer> COLORS =
      List.of(
          0x4477aa, 0xee6677, 0x228833, 0xccbb44, 0x66ccee, 0xaa3377, 0xee7733, 0x117733, 0x882255,
          0x44aa99, 0x999933, 0x332288, 0xcc6677, 0x997700, 0x6699cc, 0x777777);

  private HeadColors() {}

  /**
   * Returns the colours as {@code #rrggbb}, beginning with that of head 0. They repeat if there are
   * more heads.
   */
  public static List<String> all() {
    return COLORS.stream().map(color -> String.format(Locale.ROOT, "#%06x", color)).toList();
  }

  /** Returns a head's colour whose opacity is the weight, 0 to 1. */
  public static Color of(int head, double weight) {
    int rgb = COLORS.get(head % COLORS.size());
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, weight)));
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, alpha);
  }
}
