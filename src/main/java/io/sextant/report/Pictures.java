package io.sextant.report;

import io.sextant.fault.UsageException;
import io.sextant.report.draw.PictureFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The pictures that are drawn beside a page, by their formats. */
public final class Pictures {
  public static final Pictures NONE = new Pictures(EnumSet.noneOf(PictureFormat.class));
  public static final Pictures ALL = new Pictures(EnumSet.allOf(PictureFormat.class));

  private final Set<PictureFormat> formats;

  private Pictures(Set<PictureFormat> formats) {
    this.formats = formats;
  }

  /**
   * Returns the pictures in the formats that are named.
   *
   * @param names {@code svg}, {@code png} and {@code pdf}, or {@code none} alone
   * @throws UsageException if a name is unknown, or another stands beside {@code none}
   */
  public static Pictures named(List<String> names) {
    if (names.equals(List.of("none"))) {
      return NONE;
    }
    Set<PictureFormat> formats = EnumSet.noneOf(PictureFormat.class);
    names.forEach(name -> formats.add(format(name)));
    return new Pictures(formats);
  }

  private static PictureFormat format(String name) {
    return Arrays.stream(PictureFormat.values())
        .filter(format -> format.ending().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--pictures "
                        + name
                        + ": pictures are svg, png or pdf, several separated by commas, or none"
                        + " alone"));
  }

  Set<PictureFormat> formats() {
    return formats;
  }
}
