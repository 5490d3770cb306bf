package io.sextant.bert.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.fault.BadInputException;

/** A JSON object of settings whose values are checked as they are asked for. */
public record JsonFile(String where, JsonNode object) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public static JsonFile read(ModelFiles files, String name) {
    return parse(files.where(name), SmallText.read(files, name));
  }

  /** The object that a text holds; {@code where} begins the message of every error. */
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

  /** This object, with those values of another whose keys it does not have. */
  public JsonFile withDefaults(JsonFile defaults) {
    ObjectNode filled = defaults.object.deepCopy();
    object.fields().forEachRemaining(field -> filled.set(field.getKey(), field.getValue()));
    return new JsonFile(where, filled);
  }

  /** Whether it has a value, null aside. */
  public boolean has(String key) {
    return object.hasNonNull(key);
  }

  public boolean flag(String key) {
    JsonNode value = object.path(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.booleanValue();
  }

  /** An integer from 1 on. */
  public int positive(String key) {
    JsonNode value = object.path(key);
    if (!value.isInt() || value.intValue() < 1) {
      throw wrong(key, "a positive integer");
    }
    return value.intValue();
  }

  /** An integer from 0 on. */
  public int natural(String key) {
    JsonNode value = object.path(key);
    if (!value.isInt() || value.intValue() < 0) {
      throw wrong(key, "an integer from 0 on");
    }
    return value.intValue();
  }

  /** A number from 0 on. */
  public double nonNegative(String key) {
    JsonNode value = object.path(key);
    if (!value.isNumber() || !(value.doubleValue() >= 0)) {
      throw wrong(key, "a number from 0 on");
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
