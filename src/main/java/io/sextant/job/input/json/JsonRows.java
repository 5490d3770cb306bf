package io.sextant.job.input.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.Lines.Line;
import io.sextant.job.input.file.TableRow;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * Makes rows of lines that are JSON objects. Numbers and booleans are read as they are written.
 * NaN, which Python writes for a missing value, becomes null.
 *
 * @param paths the path of each requested column; null for a column that stays null
 * @param nested the columns whose arrays and objects are read as JSON text
 * @param charset the encoding of the file
 */
record JsonRows(List<JsonPath> paths, List<String> nested, String charset) implements Serializable {

  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .build());

  /** Returns the row of a line; a line that cannot be read becomes a bad row. */
  TableRow row(Line line) {
    String[] values = new String[paths.size()];
    String problem;
    try (JsonParser parser = MAPPER.createParser(line.text())) {
      problem = take(parser, values);
    } catch (JsonProcessingException e) {
      problem = "not JSON: " + e.getOriginalMessage();
    } catch (IOException e) {
      throw InputFault.reading(line.file(), e);
    }
    return problem == null
        ? TableRow.of(line.file(), values, line.text(), Charset.forName(charset))
        : TableRow.bad(line.file(), new String[paths.size()], line.text(), problem);
  }

  private String take(JsonParser parser, String[] values) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return "the line is no JSON object";
    }
    boolean[] isTaken = new boolean[values.length];
    String problem = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.getCurrentName();
      parser.nextToken();
      boolean isAsked = false;
      for (JsonPath path : paths) {
        isAsked |= path != null && path.root().equals(name);
      }
      if (!isAsked) {
        parser.skipChildren();
        continue;
      }
      JsonNode value = value(parser);
      for (int i = 0; i < values.length; i++) {
        JsonPath path = paths.get(i);
        if (path != null && path.root().equals(name)) {
          String fault = isTaken[i] ? "'" + name + "' occurs twice" : null;
          isTaken[i] = true;
          JsonNode found = path.in(value);
          fault = fault == null ? fault(path.column(), found) : fault;
          problem = problem == null ? fault : problem;
          values[i] = text(found);
        }
      }
    }
    return parser.nextToken() == null ? problem : "there is text after the JSON object";
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      return MAPPER.readTree(parser);
    }
    if (token == JsonToken.VALUE_NULL) {
      return NullNode.getInstance();
    }
    boolean isFinite =
        token != JsonToken.VALUE_NUMBER_FLOAT || Double.isFinite(parser.getDoubleValue());
    return isFinite
        ? TextNode.valueOf(parser.getText())
        : DoubleNode.valueOf(parser.getDoubleValue());
  }

  private String fault(String column, JsonNode value) {
    if (value.isContainerNode() && !nested.contains(column)) {
      return String.format(Locale.ROOT, "'%s' is of type %s, not text", column, JsonType.of(value));
    }
    boolean isInfinite = value.isDouble() && Double.isInfinite(value.doubleValue());
    return isInfinite ? "'" + column + "' is " + value.doubleValue() : null;
  }

  private static String text(JsonNode value) {
    boolean isNaN = value.isDouble() && Double.isNaN(value.doubleValue());
    if (value.isNull() || value.isMissingNode() || isNaN) {
      return null;
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
