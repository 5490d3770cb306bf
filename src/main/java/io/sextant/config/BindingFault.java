package io.sextant.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Explains which setting has a value of the wrong type, and what the value must be. */
final class BindingFault {
  private BindingFault() {}

  static String explain(JsonMappingException error, JsonNode tree) {
    List<String> names =
        error.getPath().stream().map(Reference::getFieldName).filter(Objects::nonNull).toList();
    String key = String.join(".", names);
    if (error.getCause() instanceof UsageException refused) {
      return (key.isEmpty() ? "" : key + ".") + refused.getMessage();
    }
    JsonNode value = tree;
    for (String name : names) {
      value = value.path(name);
    }
    String shown = value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
    return key + " is " + shown + ": " + wanted(error, names.size() < error.getPath().size());
  }

  private static String wanted(JsonMappingException error, boolean isElement) {
    Class<?> type =
        error instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type == null) {
      return error.getOriginalMessage();
    }
    if (type.isEnum()) {
      List<String> choices =
          Arrays.stream(type.getEnumConstants())
              .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
              .toList();
      int last = choices.size() - 1;
      return "choose " + String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }
    if (isElement || List.class.isAssignableFrom(type)) {
      return "it must be a list of words";
    }
    if (type == Boolean.class) {
      return "it must be true or false";
    }
    if (type == Double.class) {
      return "it must be a number";
    }
    return Number.class.isAssignableFrom(type) ? "it must be a whole number" : "it must be text";
  }
}
