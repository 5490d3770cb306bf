package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.table.DraftFolder;
import io.sextant.table.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Exports to CSV files TABLE/RUN_ID.csv in a folder. The files follow RFC 4180 in UTF-8, with a
 * header, text in quotes, numbers without quotes, and an empty cell for null. A run's files appear
 * when all of them are written.
 */
final class CsvFolder implements Destination {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).build();

  private final Path folder;

  private CsvFolder(Path folder) {
    this.folder = folder;
  }

  static CsvFolder open(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException("cannot write CSV files into " + folder + ": it is not a folder");
    }
    return new CsvFolder(folder);
  }

  @Override
  public long put(RunTables run) {
    try (DraftFolder drafts = DraftFolder.in(folder)) {
      long rows = 0;
      for (Schema schema : RunTables.schemas()) {
        Path table = Files.createDirectories(drafts.path().resolve(schema.table()));
        rows += write(run, schema, table.resolve(run.runId() + ".csv"));
      }
      drafts.commit();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
  }

  @Override
  public void close() {}

  private static long write(RunTables run, Schema schema, Path file) throws IOException {
    String[] header = schema.columns().stream().map(Schema.Column::name).toArray(String[]::new);
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      csv.printRecord((Object[]) header);
      return run.read(
          schema,
          row -> {
            try {
              for (Object value : row) {
                csv.print(Cell.of(value));
              }
              csv.println();
            } catch (IOException e) {
              throw new UncheckedIOException("cannot write " + file, e);
            }
          });
    }
  }
}
