package io.sextant.job.input.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The type of a JSON value, as Spark names types. */
final class JsonType {
  private static final int FIELDS = 5;

  private JsonType() {}

  static String of(JsonNode value) {
    if (value.isArray()) {
      return "array<" + (value.isEmpty() ? "void" : of(value.get(0))) + ">";
    }
    if (value.isObject()) {
      List<String> fields = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (fields.size() == FIELDS) {
          fields.add("...");
          break;
        }
        fields.add(field.getKey() + ":" + of(field.getValue()));
      }
      return "struct<" + String.join(",", fields) + ">";
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? "bigint" : "double";
    }
    return value.isBoolean() ? "boolean" : value.isNull() ? "void" : "string";
  }
}
