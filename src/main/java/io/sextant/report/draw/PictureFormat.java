package io.sextant.report.draw;

import io.sextant.fault.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The formats of pictures. */
public enum PictureFormat {
  SVG {
    @Override
    void write(Figure figure, Typeface typeface, Path file) throws IOException {
      Files.writeString(file, SvgDocument.file(figure, typeface));
    }
  },
  PNG {
    @Override
    void write(Figure figure, Typeface typeface, Path file) throws IOException {
      PngFile.write(figure, typeface, file);
    }
  },
  PDF {
    @Override
    void write(Figure figure, Typeface typeface, Path file) throws IOException {
      PdfFile.write(figure, typeface, file);
    }
  };

  private static final String NONE = "none";

  abstract void write(Figure figure, Typeface typeface, Path file) throws IOException;

  /** Returns the ending of a file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a figure in each of the formats.
   *
   * @param name the name of the files without their endings
   * @return the files
   */
  public static List<Path> write(
      Figure figure, Typeface typeface, Path folder, String name, Set<PictureFormat> formats)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (PictureFormat format : formats) {
      Path file = folder.resolve(name + "." + format.ending());
      format.write(figure, typeface, file);
      files.add(file);
    }
    return files;
  }

  /**
   * Returns the formats that are named.
   *
   * @param names {@code svg}, {@code png} and {@code pdf}, or {@code none} alone
   * @throws UsageException if a name is unknown, or another stands beside {@code none}
   */
  public static Set<PictureFormat> named(List<String> names) {
    if (names.equals(List.of(NONE))) {
      return EnumSet.noneOf(PictureFormat.class);
    }
    Set<PictureFormat> formats = EnumSet.noneOf(PictureFormat.class);
    names.forEach(name -> formats.add(named(name)));
    return formats;
  }

  private static PictureFormat named(String name) {
    return Arrays.stream(values())
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
}
