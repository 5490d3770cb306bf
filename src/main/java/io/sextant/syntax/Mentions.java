package io.sextant.syntax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the mentions of a text: a JSON array of objects {@code {"begin": 0, "end": 4, "entity":
 * "e1"}}, where begin and end count Unicode code points from 0. If mentions have {@code "anaphor":
 * true}, the antecedents of these are looked for among all other mentions. If none has it, the
 * antecedent of every mention is looked for among the mentions before it.
 */
public final class Mentions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Mentions() {}

  /**
   * Returns the mentions in the order of the array.
   *
   * @throws UnfitPairException if the text is not such an array, or a mention is not in the
   *     sentence
   */
  static List<Mention> parse(String json, String text) {
    JsonNode array;
    try {
      array = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed("not JSON: " + e.getOriginalMessage());
    }
    if (!array.isArray()) {
      throw malformed("not an array");
    }
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode node : array) {
      mentions.add(mention(node, text));
    }
    return mentions;
  }

  private static Mention mention(JsonNode node, String text) {
    int begin = node.path("begin").asInt(-1);
    int end = node.path("end").asInt(-1);
    if (begin < 0 || end <= begin || !node.hasNonNull("entity")) {
      throw malformed("a mention needs begin, end and entity, and begin < end: " + node);
    }
    int characters = text.codePointCount(0, text.length());
    if (end > characters) {
      throw new UnfitPairException(
          RejectReason.MISALIGNED_ANNOTATION,
          String.format(
              Locale.ROOT, "a mention ends at character %d of a text of %d", end, characters));
    }
    return new Mention(
        text.offsetByCodePoints(0, begin),
        text.offsetByCodePoints(0, end),
        node.get("entity").asText(),
        node.path("anaphor").asBoolean(false));
  }

  private static UnfitPairException malformed(String what) {
    return new UnfitPairException(RejectReason.MALFORMED_ANNOTATION, "mentions: " + what);
  }
}
