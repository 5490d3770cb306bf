package io.sextant.bert.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.ByteCount;
import io.sextant.fault.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The header's entry of a tensor in a safetensors file.
 *
 * @param type the type of the elements
 * @param shape the dimensions
 * @param begin the offset of the first byte, counted from the end of the header
 * @param end the offset after the last byte
 */
record SafetensorsEntry(ElementType type, List<Integer> shape, long begin, long end) {

  /** Parses an entry; {@code where} is the file and the tensor, for messages. */
  static SafetensorsEntry parse(String where, JsonNode json) {
    String name = json.path("dtype").asText();
    ElementType type =
        ElementType.of(name)
            .orElseThrow(
                () ->
                    new BadInputException(
                        where
                            + " has dtype "
                            + json.path("dtype")
                            + ", which the format does not have"));
    List<Integer> shape = new ArrayList<>();
    for (JsonNode dimension : array(where, json, "shape")) {
      if (!dimension.isInt() || dimension.intValue() < 0) {
        throw new BadInputException(where + " has shape " + json.get("shape"));
      }
      shape.add(dimension.intValue());
    }
    JsonNode offsets = array(where, json, "data_offsets");
    if (offsets.size() != 2 || !isLong(offsets.get(0)) || !isLong(offsets.get(1))) {
      throw new BadInputException(
          where + " has data_offsets " + offsets + ", expected two byte offsets");
    }
    SafetensorsEntry entry =
        new SafetensorsEntry(
            type, List.copyOf(shape), offsets.get(0).longValue(), offsets.get(1).longValue());
    entry.checkSize(where);
    return entry;
  }

  long bytes() {
    return end - begin;
  }

  private void checkSize(String where) {
    long expected = ByteCount.of(shape, type.bits());
    if (begin < 0 || end < begin || bytes() != expected) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s is at bytes %d to %d, but shape %s of %s needs %s",
              where,
              begin,
              end,
              shape,
              type,
              expected < 0 ? "2 GiB or more, which is not supported" : expected + " bytes"));
    }
  }

  private static boolean isLong(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong();
  }

  private static JsonNode array(String where, JsonNode json, String key) {
    if (!json.path(key).isArray()) {
      throw new BadInputException(where + " has no list " + key);
    }
    return json.get(key);
  }
}
