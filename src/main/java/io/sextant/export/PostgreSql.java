package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.table.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Exports to a PostgreSQL database in batches. Lists are stored as arrays. */
final class PostgreSql extends Database {
  private static final int BATCH = 1_000;

  private PostgreSql(Connection connection, String name) {
    super(connection, name);
  }

  static PostgreSql open(String url) {
    PostgreSqlAddress address = PostgreSqlAddress.of(url, System.getenv());
    try {
      return new PostgreSql(
          DriverManager.getConnection(address.url(), address.properties()), address.url());
    } catch (SQLException e) {
      throw new BadInputException(
          "cannot connect to " + address.url() + ": " + e.getMessage().strip(), e);
    }
  }

  @Override
  String type(String column) {
    return switch (column) {
      case "string" -> "text";
      case "int" -> "integer";
      case "long" -> "bigint";
      case "double" -> "double precision";
      case "boolean" -> "boolean";
      case "list<string>" -> "text[]";
      case "list<int>" -> "integer[]";
      case "list<float>" -> "real[]";
      default -> throw new IllegalStateException("no PostgreSQL type for " + column);
    };
  }

  @Override
  void lock(Connection connection) throws SQLException {
    execute(connection, "select pg_advisory_xact_lock(hashtext('sextant export'))");
  }

  @Override
  void index(Connection connection, String table) throws SQLException {
    execute(
        connection,
        String.format(
            Locale.ROOT,
            "create index if not exists %s on %s (\"run_id\")",
            quoted(table + "_run_id"),
            quoted(table)));
  }

  @Override
  RowWriter writer(Connection connection, Schema schema) throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement(
            String.format(
                Locale.ROOT,
                "insert into %s (%s) values (%s)",
                quoted(schema.table()),
                schema.columns().stream()
                    .map(column -> quoted(column.name()))
                    .collect(Collectors.joining(", ")),
                IntStream.range(0, schema.columns().size())
                    .mapToObj(i -> "?")
                    .collect(Collectors.joining(", "))));
    return new RowWriter() {
      private int waiting;

      @Override
      public void write(Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
          set(connection, insert, i + 1, row[i], schema.columns().get(i).type());
        }
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }

      @Override
      public void close() throws SQLException {
        try (insert) {
          if (waiting > 0) {
            insert.executeBatch();
          }
        }
      }
    };
  }

  private static void set(
      Connection connection, PreparedStatement insert, int index, Object value, String type)
      throws SQLException {
    if (value == null) {
      insert.setNull(index, type.startsWith("list<") ? Types.ARRAY : Types.NULL);
    } else if (value instanceof String text) {
      insert.setString(index, storable(text));
    } else if (value instanceof float[] || value instanceof int[]) {
      insert.setObject(index, value);
    } else if (value instanceof Collection<?> elements) {
      Object[] texts = elements.stream().map(text -> storable((String) text)).toArray();
      insert.setArray(index, connection.createArrayOf("text", texts));
    } else {
      insert.setObject(index, value);
    }
  }

  /** Replaces U+0000, which PostgreSQL's text cannot contain, by the replacement character. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
