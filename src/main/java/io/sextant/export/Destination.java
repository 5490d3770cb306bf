package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.nio.file.Path;

/** A place to which the tables of several runs can be exported. */
public interface Destination extends AutoCloseable {

  /**
   * Opens the destination {@code duckdb:FILE}, {@code csv:DIR} or {@code jdbc:postgresql:...}.
   *
   * @throws UsageException if there is no such kind of destination, or the path is not local
   * @throws BadInputException if the destination cannot be opened
   */
  static Destination open(String name) {
    if (name.startsWith("duckdb:") && name.length() > 7) {
      return DuckDb.open(local(name.substring(7)));
    } else if (name.startsWith("csv:") && name.length() > 4) {
      return CsvFolder.open(local(name.substring(4)));
    } else if (name.startsWith("jdbc:postgresql:")) {
      return PostgreSql.open(name);
    }
    throw new UsageException(
        "cannot export to '"
            + name.substring(0, name.indexOf(':') + 1)
            + "...': --to takes duckdb:FILE, csv:DIR, jdbc:postgresql://HOST/DATABASE or"
            + " table:CATALOG.DATABASE");
  }

  /** Converts to a local path, and refuses an address on a Hadoop file system. */
  private static Path local(String path) {
    if (path.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      throw new UsageException("cannot export to '" + path + "', an address: give a local path");
    }
    return Path.of(path);
  }

  /**
   * Exports a run and replaces what was exported before under its id. Either the whole run is
   * exported or nothing.
   *
   * @return the number of rows
   */
  long put(RunTables run);

  @Override
  void close();
}
