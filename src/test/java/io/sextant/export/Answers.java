package io.sextant.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Queries a database and returns the result as a list of rows, each a map of values by column. */
final class Answers {
  static final Path QUESTIONS = Path.of("conf", "sql");

  private Answers() {}

  /** Returns the SQL files of the queries. */
  static List<Path> questions() {
    try (Stream<Path> files = Files.list(QUESTIONS)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, Object>> ask(Connection connection, String sql) {
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Map<String, Object>> answer = new ArrayList<>();
      while (rows.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), comparable(rows.getObject(i)));
        }
        answer.add(row);
      }
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + " in\n" + sql, e);
    }
  }

  static List<Map<String, Object>> ask(Connection connection, Path question) {
    try {
      return ask(connection, Files.readString(question));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Formats numbers with nine digits, because databases sum in different orders and types. */
  private static Object comparable(Object value) {
    return value instanceof Number number ? "%.9g".formatted(number.doubleValue()) : value;
  }
}
