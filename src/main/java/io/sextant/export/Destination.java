package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.nio.file.Path;

/** A place that keeps the tables of several runs. */
public interface Destination extends AutoCloseable {

  /**
   * The place of that name: {@code duckdb:FILE}, {@code csv:DIR} or {@code jdbc:postgresql:...}.
   *
   * @throws UsageException if there is no such kind of place, or a path is an address
   * @throws BadInputException if it cannot be opened
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
            + "...': --to takes duckdb:FILE, csv:DIR or jdbc:postgresql://HOST/DATABASE");
  }

  /** A path of this machine, which no address of a Hadoop file system is. */
  private static Path local(String path) {
    if (path.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      throw new UsageException(
          "cannot export to '" + path + "', an address: give a path of this machine");
    }
    return Path.of(path);
  }

  /**
   * Puts a run there, in place of what is there under its id; all of it or nothing.
   *
   * @return the number of rows
   */
  long put(RunTables run);

  @Override
  void close();
}
