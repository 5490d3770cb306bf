package io.sextant.table;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a table as a CSV file in UTF-8 with a header. Null becomes an empty cell. */
public final class CsvFile {

  private CsvFile() {}

  /**
   * Writes the file and replaces an existing one.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Frame frame, Path file) {
    try {
      DraftFolder.write(file, draft -> writeTo(draft, frame));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void writeTo(Path file, Frame frame) throws IOException {
    List<String> columns = List.copyOf(frame.columns());
    try (Writer out = Files.newBufferedWriter(file)) {
      CsvWriter csv = new CsvWriter(out, new CsvWriterSettings());
      csv.writeHeaders(columns);
      for (int row = 0; row < frame.size(); row++) {
        int at = row;
        csv.writeRow(columns.stream().map(column -> frame.value(column, at)).toArray());
      }
      csv.flush();
    }
  }
}
