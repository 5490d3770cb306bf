package io.sextant.bert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A JSON object of settings whose values are checked as they are asked for. */
record JsonFile(String where, JsonNode object) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static JsonFile read(ModelFiles files, String name) {
    ByteBuffer bytes = files.read(name);
    try {
      JsonNode object = MAPPER.readTree(StandardCharsets.UTF_8.decode(bytes).toString());
      if (!object.isObject()) {
        throw new BadInputException(files.where(name) + " is not a JSON object");
      }
      return new JsonFile(files.where(name), object);
    } catch (JsonProcessingException e) {
      throw new BadInputException(files.where(name) + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  boolean has(String key) {
    return object.has(key);
  }

  boolean flag(String key) {
    JsonNode value = object.path(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.booleanValue();
  }

  /** An integer from 1 on. */
  int positive(String key) {
    JsonNode value = object.path(key);
    if (!value.isInt() || value.intValue() < 1) {
      throw wrong(key, "a positive integer");
    }
    return value.intValue();
  }

  void require(String key, String expected) {
    if (!object.path(key).asText().equals(expected)) {
      throw wrong(key, '"' + expected + '"');
    }
  }

  private BadInputException wrong(String key, String expected) {
    String found = object.has(key) ? "is " + object.get(key) : "is missing";
    return new BadInputException(where + ": " + key + " " + found + ", expected " + expected);
  }
}
