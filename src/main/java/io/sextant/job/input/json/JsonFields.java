package io.sextant.job.input.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.Lines.Line;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields that the objects of one file have, whichever lines they first stand in. */
final class JsonFields implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More names, such as those of a map that was written as an object, are not kept. */
  private static final int MOST = 1000;

  /** Type by name, or null where some line has text (a number, a boolean) or null. */
  private final Map<String, String> types = new LinkedHashMap<>();

  /** The same for fields of objects, by their paths. */
  private final Map<String, String> paths = new LinkedHashMap<>();

  private final Set<String> asked;
  private long lines;
  private long objects;

  /**
   * Fields of no line yet.
   *
   * @param asked names that may be asked for: kept in any number, and looked for in objects if they
   *     have dots
   */
  JsonFields(Collection<String> asked) {
    this.asked = new TreeSet<>(asked);
  }

  void add(Line line) {
    if (line.text().trim().isEmpty()) {
      return;
    }
    lines++;
    try (JsonParser parser = JsonRows.MAPPER.createParser(line.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.getCurrentName();
        JsonToken value = parser.nextToken();
        if (!value.isStructStart()) {
          note(types, name, null);
        } else if (isAsked(name)) {
          nested(name, JsonRows.MAPPER.readTree(parser));
        } else {
          note(types, name, value == JsonToken.START_ARRAY ? "array" : "struct");
          parser.skipChildren();
        }
      }
      objects++;
    } catch (JsonProcessingException e) {
      // The row will be rejected.
    } catch (IOException e) {
      throw InputFault.reading(line.file(), e);
    }
  }

  private boolean isAsked(String root) {
    return asked.stream().anyMatch(name -> name.equals(root) || name.startsWith(root + "."));
  }

  private void nested(String root, JsonNode value) {
    note(types, root, JsonType.of(value));
    for (String name : asked) {
      if (name.startsWith(root + ".")) {
        JsonNode found = JsonPath.nested(name).in(value);
        if (!found.isMissingNode()) {
          note(paths, name, found.isContainerNode() ? JsonType.of(found) : null);
        }
      }
    }
  }

  private void note(Map<String, String> into, String name, String type) {
    if (into.containsKey(name)) {
      if (type == null) {
        into.put(name, null);
      }
    } else if (into.size() < MOST || asked.contains(name)) {
      into.put(name, type);
    }
  }

  /** These fields and those of other lines of the file. */
  JsonFields plus(JsonFields other) {
    other.types.forEach((name, type) -> note(types, name, type));
    other.paths.forEach((name, type) -> note(paths, name, type));
    lines += other.lines;
    objects += other.objects;
    return this;
  }

  /** Names of fields, and paths that may be asked for. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(types.keySet());
    names.addAll(paths.keySet());
    return names;
  }

  /** Whether it is a path into a field, and no field has it as its name. */
  boolean isPath(String name) {
    return paths.containsKey(name) && !types.containsKey(name);
  }

  /** The type of a field that is an array or an object in every line that has it; else null. */
  String nestedType(String name) {
    return isPath(name) ? paths.get(name) : types.get(name);
  }

  /** What decides whether files are one table: the fields that may be asked for. */
  List<String> kind() {
    return asked.stream()
        .filter(name -> types.containsKey(name) || paths.containsKey(name))
        .map(name -> name + " " + isPath(name) + " " + nestedType(name))
        .toList();
  }

  /** Whether there are lines, and none is an object. */
  boolean hasNoObject() {
    return lines > 0 && objects == 0;
  }

  boolean isEmpty() {
    return lines == 0;
  }
}
