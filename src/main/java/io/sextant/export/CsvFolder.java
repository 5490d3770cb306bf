package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.table.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * CSV files, TABLE/RUN_ID.csv in a folder: UTF-8, RFC 4180, a header, text in quotes, numbers bare,
 * null as nothing. A run's files appear when all of them are written.
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
      throw new BadInputException("cannot write CSV files into " + folder + ": it is no folder");
    }
    return new CsvFolder(folder);
  }

  @Override
  public long put(RunTables run) {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      long rows = 0;
      for (Schema schema : RunTables.schemas()) {
        Path table = Files.createDirectories(folder.resolve(schema.table()));
        Path file = table.resolve(run.runId() + ".csv");
        Path temporary = table.resolve("." + run.runId() + ".tmp");
        written.put(temporary, file);
        rows += write(run, schema, temporary);
      }
      for (Map.Entry<Path, Path> each : written.entrySet()) {
        Files.move(each.getKey(), each.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    } finally {
      written.keySet().forEach(CsvFolder::delete);
    }
  }

  @Override
  public void close() {}

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + temporary, e);
    }
  }

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
