package io.sextant.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Converts a value to a cell of a CSV file that a spreadsheet may open. A spreadsheet takes text
 * for a formula if it begins with =, +, -, @, a tab or a line break. Such text gets a leading ', as
 * OWASP's "CSV injection" recommends. Numbers and booleans are not changed, and lists become JSON.
 */
final class Cell {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMULA = "=+-@\t\r\n";

  private Cell() {}

  static Object of(Object value) {
    if (value instanceof String text) {
      return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for " + value.getClass(), e);
    }
  }
}
