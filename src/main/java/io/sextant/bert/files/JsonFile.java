package io.sextant.bert.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.fault.BadInputException;

/**
 * A JSON object of settings. Its methods check the type and range of a value when it is read, and
 * throw a {@link BadInputException} that names the file and the key.
 *
 * @param where the file, for messages
 */
public record JsonFile(String where, JsonNode object) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public static JsonFile read(ModelFiles files, String name) {
    return parse(files.where(name), SmallText.read(files, name));
  }

  /** Parses an object; {@code where} is the file, for messages. */
  public static JsonFile parse(String where, String text) {
    try {
      JsonNode object = MAPPER.readTree(text);
      if (!object.isObject()) {
        throw new BadInputException(where + " is not a JSON object");
      }
      return new JsonFile(where, object);
    } catch (JsonProcessingException e) {
      throw new BadInputException(where + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Returns this object with the values of another for the keys that this one lacks. */
  public JsonFile withDefaults(JsonFile defaults) {
    ObjectNode filled = defaults.object.deepCopy();
    object.fields().forEachRemaining(field -> filled.set(field.getKey(), field.getValue()));
    return new JsonFile(where, filled);
  }

  /** Returns whether a key has a value other than null. */
  public boolean has(String key) {
    return object.hasNonNull(key);
  }

  /** Returns the object that is the value of a key. */
  public JsonFile child(String key) {
    JsonNode value = object.path(key);
    if (!value.isObject()) {
      throw wrong(key, "an object");
    }
    return new JsonFile(where + ": " + key, value);
  }

  public boolean flag(String key) {
    JsonNode value = object.path(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.booleanValue();
  }

  /** Returns an integer of at least 1. */
  public int positive(String key) {
    JsonNode value = object.path(key);
    if (!value.isInt() || value.intValue() < 1) {
      throw wrong(key, "a positive integer");
    }
    return value.intValue();
  }

  /** Returns an integer of at least 0. */
  public int natural(String key) {
    JsonNode value = object.path(key);
    if (!value.isInt() || value.intValue() < 0) {
      throw wrong(key, "an integer of at least 0");
    }
    return value.intValue();
  }

  /** Returns a number of at least 0. */
  public double nonNegative(String key) {
    JsonNode value = object.path(key);
    if (!value.isNumber() || !(value.doubleValue() >= 0)) {
      throw wrong(key, "a number of at least 0");
    }
    return value.doubleValue();
  }

  /** Returns a number of at least 0, or another number if the key is missing or null. */
  public double nonNegative(String key, double absent) {
    return object.hasNonNull(key) ? nonNegative(key) : absent;
  }

  /** Returns a number greater than 0. */
  public double positiveNumber(String key) {
    JsonNode value = object.path(key);
    if (!value.isNumber() || !(value.doubleValue() > 0)) {
      throw wrong(key, "a number greater than 0");
    }
    return value.doubleValue();
  }

  public String text(String key) {
    JsonNode value = object.path(key);
    if (!value.isTextual()) {
      throw wrong(key, "a text");
    }
    return value.textValue();
  }

  public void require(String key, String expected) {
    if (!object.path(key).asText().equals(expected)) {
      throw wrong(key, '"' + expected + '"');
    }
  }

  public BadInputException wrong(String key, String expected) {
    String found = object.has(key) ? "is " + object.get(key) : "is missing";
    return new BadInputException(where + ": " + key + " " + found + ", expected " + expected);
  }
}
