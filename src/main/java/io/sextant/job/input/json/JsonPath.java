package io.sextant.job.input.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;

/**
 * Where a column is in a JSON object: a field of that name, or, where the name has dots, a field in
 * the object of a field.
 */
record JsonPath(String column, List<String> segments) implements Serializable {
  /** The field of that name. */
  static JsonPath literal(String column) {
    return new JsonPath(column, List.of(column));
  }

  /** A path whose parts are between dots. */
  static JsonPath nested(String column) {
    return new JsonPath(column, List.of(column.split("\\.", -1)));
  }

  String root() {
    return segments.get(0);
  }

  /** The value below that of {@link #root}; missing where there is none. */
  JsonNode in(JsonNode root) {
    JsonNode node = root;
    for (String segment : segments.subList(1, segments.size())) {
      node = node.path(segment);
    }
    return node;
  }
}
