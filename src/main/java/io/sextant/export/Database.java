package io.sextant.export;

import io.sextant.fault.BadInputException;
import io.sextant.table.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exports to a SQL database. Missing tables are created and missing columns are added. Tables and
 * columns have the schema's descriptions as comments. A run is written in one transaction.
 */
abstract class Database implements Destination {
  private final Connection connection;
  private final String name;

  /** Creates a destination for an open connection; {@code name} is the database, for messages. */
  Database(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Returns the database's type for a type of {@link Schema.Column}. */
  abstract String type(String column);

  /** Prevents other processes from exporting runs until the transaction ends. */
  abstract void lock(Connection connection) throws SQLException;

  /** Creates the index of a table. */
  abstract void index(Connection connection, String table) throws SQLException;

  /** Returns a writer of rows to a table. */
  abstract RowWriter writer(Connection connection, Schema schema) throws SQLException;

  /** Writes the rows of one table. */
  interface RowWriter extends AutoCloseable {
    /** Writes a row, whose values are in the order of the schema's columns. */
    void write(Object[] row) throws SQLException;

    /** Writes the rows that are still buffered. */
    @Override
    void close() throws SQLException;
  }

  @Override
  public final long put(RunTables run) {
    try {
      connection.setAutoCommit(false);
      lock(connection);
      long rows = 0;
      for (Schema schema : RunTables.schemas()) {
        prepare(schema);
        delete(schema, run.runId());
        rows += write(run, schema);
      }
      connection.commit();
      return rows;
    } catch (SQLException e) {
      throw refused(e);
    } finally {
      rollback();
    }
  }

  @Override
  public final void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  static String quoted(String identifier) {
    return '"' + identifier + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns the table's columns in the order of the database. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("select * from " + quoted(table) + " where 1 = 0")) {
      ResultSetMetaData columns = none.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i));
      }
      return names;
    }
  }

  private void prepare(Schema schema) throws SQLException {
    String table = quoted(schema.table());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          schema.columns().stream()
              .map(column -> quoted(column.name()) + " " + type(column.type()))
              .collect(
                  Collectors.joining(", ", "create table if not exists " + table + " (", ")")));
      Set<String> there = new LinkedHashSet<>(columns(connection, schema.table()));
      for (Schema.Column column : schema.columns()) {
        if (!there.contains(column.name())) {
          statement.execute(
              "alter table "
                  + table
                  + " add column "
                  + quoted(column.name())
                  + " "
                  + type(column.type()));
        }
      }
      statement.execute("comment on table " + table + " is " + literal(schema.description()));
      for (Schema.Column column : schema.columns()) {
        statement.execute(
            "comment on column "
                + table
                + "."
                + quoted(column.name())
                + " is "
                + literal(column.description()));
      }
    }
    index(connection, schema.table());
  }

  private void delete(Schema schema, String runId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from " + quoted(schema.table()) + " where \"run_id\" = ?")) {
      delete.setString(1, runId);
      delete.executeUpdate();
    }
  }

  private long write(RunTables run, Schema schema) throws SQLException {
    try (RowWriter writer = writer(connection, schema)) {
      return run.read(
          schema,
          row -> {
            try {
              writer.write(row);
            } catch (SQLException e) {
              throw refused(e);
            }
          });
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private BadInputException refused(SQLException e) {
    return new BadInputException(name + " refuses the export: " + e.getMessage(), e);
  }
}
