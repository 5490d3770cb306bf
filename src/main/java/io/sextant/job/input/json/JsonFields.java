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

/** The fields of all JSON objects of a file. */
final class JsonFields implements Serializable {
  private static final long serialVersionUID = 1L;

  /** * The number of names that are kept. An object that stands for a map may have many more. */
  private static final int MOST = 1000;

  /** The type of a field by its name; null if the field has a scalar or null in any line. */
  private final Map<String, String> types = new LinkedHashMap<>();

  /** The type of a field in a nested object by its path; null as for {@link #types}. */
  private final Map<String, String> paths = new LinkedHashMap<>();

  private final Set<String> asked;
  private long lines;
  private long objects;

  /**
   * Creates the fields of no lines.
   *
   * @param asked the names that a reader may ask for; they are always kept, and a name with dots is
   *     also looked up as a path
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
      // The row is rejected later, when it is read.
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

  /** Adds the fields of other lines of the file. */
  JsonFields plus(JsonFields other) {
    other.types.forEach((name, type) -> note(types, name, type));
    other.paths.forEach((name, type) -> note(paths, name, type));
    lines += other.lines;
    objects += other.objects;
    return this;
  }

  /** Returns the names of the fields, and those paths that a reader may ask for. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(types.keySet());
    names.addAll(paths.keySet());
    return names;
  }

  /** Returns whether a name is the path of a nested field and not the name of a field. */
  boolean isPath(String name) {
    return paths.containsKey(name) && !types.containsKey(name);
  }

  /**
   * Returns the type of a field that is an array or an object in all lines that have it; else null.
   */
  String nestedType(String name) {
    return isPath(name) ? paths.get(name) : types.get(name);
  }

  /**
   * Returns the fields that a reader may ask for, with their types. Files that agree in them form
   * one table.
   */
  List<String> kind() {
    return asked.stream()
        .filter(name -> types.containsKey(name) || paths.containsKey(name))
        .map(name -> name + " " + isPath(name) + " " + nestedType(name))
        .toList();
  }

  /** Returns whether there are lines, none of which is a JSON object. */
  boolean hasNoObject() {
    return lines > 0 && objects == 0;
  }

  boolean isEmpty() {
    return lines == 0;
  }
}
