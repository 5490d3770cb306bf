package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.table.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Exports to a DuckDB file through DuckDB's appender. Lists are stored as lists. */
final class DuckDb extends Database {
  private DuckDb(Connection connection, String name) {
    super(connection, name);
  }

  static DuckDb open(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInputException("cannot write " + file + ": there is no folder " + folder);
    }
    try {
      return new DuckDb(DriverManager.getConnection("jdbc:duckdb:" + file), file.toString());
    } catch (SQLException e) {
      throw new BadInputException(
          "cannot open " + file + " as a DuckDB database: " + e.getMessage(), e);
    }
  }

  @Override
  String type(String column) {
    return switch (column) {
      case "string" -> "varchar";
      case "int" -> "integer";
      case "long" -> "bigint";
      case "double" -> "double";
      case "boolean" -> "boolean";
      case "list<string>" -> "varchar[]";
      case "list<int>" -> "integer[]";
      case "list<float>" -> "float[]";
      default -> throw new IllegalStateException("no DuckDB type for " + column);
    };
  }

  /** Does nothing, because DuckDB lets only one process write to a file. */
  @Override
  void lock(Connection connection) {}

  /** Does nothing, because DuckDB knows the least and the greatest run_id of every row group. */
  @Override
  void index(Connection connection, String table) {}

  @Override
  RowWriter writer(Connection connection, Schema schema) throws SQLException {
    List<String> names = schema.columns().stream().map(Schema.Column::name).toList();
    int[] sources = columns(connection, schema.table()).stream().mapToInt(names::indexOf).toArray();
    DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender(schema.table());
    return new RowWriter() {
      @Override
      public void write(Object[] row) throws SQLException {
        appender.beginRow();
        for (int source : sources) {
          append(appender, source < 0 ? null : row[source]);
        }
        appender.endRow();
      }

      @Override
      public void close() throws SQLException {
        appender.close();
      }
    };
  }

  private static void append(DuckDBAppender appender, Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Integer number) {
      appender.append(number);
    } else if (value instanceof Long number) {
      appender.append(number);
    } else if (value instanceof Double number) {
      appender.append(number);
    } else if (value instanceof Boolean flag) {
      appender.append(flag);
    } else if (value instanceof int[] numbers) {
      appender.append(numbers);
    } else if (value instanceof float[] numbers) {
      appender.append(numbers);
    } else if (value instanceof Collection<?> elements) {
      appender.append(elements);
    } else {
      throw new IllegalStateException("no DuckDB value for " + value.getClass());
    }
  }
}
