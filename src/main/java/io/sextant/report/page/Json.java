package io.sextant.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.report.draw.Printable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The data of a page as JSON, numbers no longer than they can be read. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DECIMALS = 4;
  private static final MathContext DIGITS = new MathContext(DECIMALS, RoundingMode.HALF_EVEN);
  private static final MathContext COARSE = new MathContext(2, RoundingMode.HALF_EVEN);

  /** JavaScript reads it as infinity. */
  private static final BigDecimal INFINITY = new BigDecimal("1e999");

  private Json() {}

  /** The data as JSON, in the order of its records and maps. */
  static byte[] bytes(Object data) {
    try {
      return MAPPER.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the data of a page cannot be written as JSON", e);
    }
  }

  /** A value of a table: numbers to four decimals, or four digits from 1 on; q-values to two. */
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

  /** A number as tables have it. */
  public static Object number(double value) {
    return value("", value);
  }
}
