package io.sextant.report.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  abstract void write(Figure figure, Typeface typeface, Path file) throws IOException;

  /** Returns the ending of a file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a figure in each of the formats.
   *
   * @param name the name of the files without their endings
   */
  public static void write(
      Figure figure, Typeface typeface, Path folder, String name, Set<PictureFormat> formats)
      throws IOException {
    for (PictureFormat format : formats) {
      format.write(figure, typeface, folder.resolve(name + "." + format.ending()));
    }
  }
}
