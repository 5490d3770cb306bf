package io.sextant.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Reads numbers and booleans as HOCON defines them, in quotes or without. For example, {@code 1e3}
 * is a whole number, {@code 2.5} is not, and {@code yes} and {@code on} are true.
 */
final class HoconScalars extends SimpleModule {
  private static final long serialVersionUID = 1L;

  HoconScalars() {
    addDeserializer(int.class, new Scalar<>(0, text -> new BigDecimal(text).intValueExact()));
    addDeserializer(long.class, new Scalar<>(0L, text -> new BigDecimal(text).longValueExact()));
    addDeserializer(double.class, new Scalar<>(0.0, Double::valueOf));
    addDeserializer(boolean.class, new Scalar<>(false, HoconScalars::truth));
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static final class Scalar<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient T absent;
    private final transient Function<String, T> parser;

    Scalar(T absent, Function<String, T> parser) {
      super(absent.getClass());
      this.absent = absent;
      this.parser = parser;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.currentToken().isScalarValue()) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      String text = json.getText();
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw context.weirdStringException(text, handledType(), e.toString());
      }
    }

    @Override
    public T getNullValue(DeserializationContext context) {
      return absent;
    }
  }
}
