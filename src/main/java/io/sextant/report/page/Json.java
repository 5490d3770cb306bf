package io.sextant.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.report.draw.Printable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes the data of a page as JSON, with numbers rounded to the digits that the page shows. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DECIMALS = 4;
  private static final MathContext DIGITS = new MathContext(DECIMALS, RoundingMode.HALF_EVEN);
  private static final MathContext COARSE = new MathContext(2, RoundingMode.HALF_EVEN);

  /** A number that JavaScript reads as infinity. */
  private static final BigDecimal INFINITY = new BigDecimal("1e999");

  private Json() {}

  /** Returns the data as JSON, in the order of its records and maps. */
  static byte[] bytes(Object data) {
    try {
      return MAPPER.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the data of a page cannot be written as JSON", e);
    }
  }

  /**
   * Returns a value of a table. Numbers below 1 have four decimals, others have four digits, and
   * q-values have two digits.
   */
  static Object value(String column, Object value) {
    if (!(value instanceof Double number)) {
      return value instanceof String text ? Printable.cut(text, 100) : value;
    }
    if (number.isNaN()) {
      return null;
    }
    if (number.isInfinite()) {
      return number > 0 ? INFINITY : INFINITY.negate();
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    if (column.equals("q_value")) {
      return exact.round(COARSE);
    }
    return Math.abs(number) < 1
        ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros()
        : exact.round(DIGITS).stripTrailingZeros();
  }

  /** Returns a number with four digits, however small it is; null for NaN. */
  public static BigDecimal digits(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS) : null;
  }

  /** Returns a number, rounded as in tables. */
  public static Object number(double value) {
    return value("", value);
  }
}
