package io.sextant.job.input.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;

/**
 * The place of a column in a JSON object: a field of that name, or, for a name with dots, a field
 * of a nested object.
 */
record JsonPath(String column, List<String> segments) implements Serializable {
  /** Returns the path of the field with that name, dots included. */
  static JsonPath literal(String column) {
    return new JsonPath(column, List.of(column));
  }

  /** Returns the path whose segments are separated by dots. */
  static JsonPath nested(String column) {
    return new JsonPath(column, List.of(column.split("\\.", -1)));
  }

  String root() {
    return segments.get(0);
  }

  /**
   * Returns the value at this path; a missing node if there is none.
   *
   * @param root the value of the field {@link #root}
   */
  JsonNode in(JsonNode root) {
    JsonNode node = root;
    for (String segment : segments.subList(1, segments.size())) {
      node = node.path(segment);
    }
    return node;
  }
}
