package io.sextant.text.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Checks that a {@code tokenizer.json} is safe for the native library: numbers and nesting are
 * bounded, nothing is random, and no pattern takes exponential time.
 *
 * @param growth the greatest number of characters that the normalizers make of one
 * @param cost the cost of the patterns from one position of the text
 */
public record TokenizerBounds(double growth, Cost cost) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_STEPS = 32;
  private static final int DEEPEST = 8;
  private static final int LONGEST_TOKEN = 1000;
  private static final int LONGEST_WORD = 1000;
  private static final int MOST_GROWTH = 16;
  private static final int LONGEST_TEMPLATE = 16;

  /** The limit of a match's steps; the matcher ends the process at ten million. */
  private static final double MOST_STEPS_OF_A_MATCH = 8e6;

  /** The most characters that Unicode's compatibility forms make of one. */
  private static final double UNICODE_GROWTH = 18;

  /** The most bytes of a character, each of which is a character to byte-level tokenizers. */
  private static final double BYTES = 4;

  private static final Set<String> UNICODE = Set.of("NFC", "NFD", "NFKC", "NFKD", "Precompiled");
  private static final List<String> CHILDREN =
      List.of("normalizers", "pretokenizers", "processors");

  /**
   * Returns the bounds of a tokenizer.
   *
   * @param where the file, for messages
   * @throws BadInputException if the tokenizer has no bounds
   */
  public static TokenizerBounds of(String tokenizerJson, String where) {
    JsonNode json;
    try {
      json = MAPPER.readTree(tokenizerJson);
    } catch (JsonProcessingException e) {
      throw new BadInputException(where + " is not JSON: " + e.getOriginalMessage(), e);
    }
    Walk walk = new Walk(where);
    walk.step(json.path("normalizer"), 0);
    walk.step(json.path("pre_tokenizer"), 0);
    walk.step(json.path("post_processor"), 0);
    checkModel(json.path("model"), where);
    for (JsonNode token : json.path("added_tokens")) {
      atMost(token.path("content").asText().length(), LONGEST_TOKEN, "an added token", where);
    }
    if (walk.replaceGrowth > MOST_GROWTH) {
      throw new BadInputException(
          where + ": its Replace steps make more than " + MOST_GROWTH + " characters of one");
    }
    return new TokenizerBounds(
        walk.replaceGrowth * walk.unicodeGrowth * walk.byteGrowth, walk.cost);
  }

  /** Returns the greatest length of a sentence for which no match can end the process. */
  public int longestSentence() {
    return (int) (cost.longest(MOST_STEPS_OF_A_MATCH) / growth);
  }

  /** Returns an upper bound of the patterns' steps over a text. */
  public double steps(int characters) {
    return characters * growth * cost.steps(characters * growth);
  }

  private static void checkModel(JsonNode model, String where) {
    if (model.path("dropout").asDouble() != 0 || model.path("dropout").isTextual()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: model.dropout is %s, expected null or 0: two runs would tokenize the same text differently",
              where,
              model.path("dropout")));
    }
    JsonNode word = model.path("max_input_chars_per_word");
    if (!word.isMissingNode() && (!word.isInt() || word.intValue() < 0)) {
      throw new BadInputException(
          where
              + ": model.max_input_chars_per_word is "
              + word
              + ", expected an integer of at least 0");
    }
    atMost(word.asInt(), LONGEST_WORD, "model.max_input_chars_per_word", where);
    for (String key : List.of("continuing_subword_prefix", "end_of_word_suffix", "unk_token")) {
      atMost(model.path(key).asText().length(), LONGEST_TOKEN, "model." + key, where);
    }
    JsonNode tokens = model.path("vocab");
    tokens
        .fieldNames()
        .forEachRemaining(
            token -> atMost(token.length(), LONGEST_TOKEN, "a token of its vocabulary", where));
    for (JsonNode token : tokens.isArray() ? tokens : MAPPER.createArrayNode()) {
      atMost(token.path(0).asText().length(), LONGEST_TOKEN, "a token of its vocabulary", where);
    }
  }

  private static void atMost(int value, int most, String what, String where) {
    if (value > most) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: %s is or has %s; the limit is %s",
              where,
              what,
              Integer.toString(value),
              Integer.toString(most)));
    }
  }

  /** Visits the steps of a tokenizer, nested steps included. */
  private static final class Walk {
    private final String where;
    private int steps;
    private double replaceGrowth = 1;
    private double unicodeGrowth = 1;
    private double byteGrowth = 1;
    private Cost cost = Cost.ONE;

    Walk(String where) {
      this.where = where;
    }

    void step(JsonNode step, int depth) {
      if (!step.isObject()) {
        return;
      }
      atMost(++steps, MOST_STEPS, "the number of steps", where);
      atMost(depth, DEEPEST, "the nesting of steps", where);
      String type = step.path("type").asText();
      Cost own = pattern(step.path("pattern"), type);
      if (type.equals("Replace")) {
        replaceGrowth *= growth(step);
      } else if (UNICODE.contains(type)) {
        unicodeGrowth = UNICODE_GROWTH;
      } else if (type.equals("ByteLevel")) {
        byteGrowth = BYTES;
      }
      cost = cost.or(own);
      if (step.has("precompiled_charsmap") && !step.path("precompiled_charsmap").isNull()) {
        CharsMap.check(step.path("precompiled_charsmap").asText(), where);
      }
      atMost(step.path("prepend").asText().length(), LONGEST_TEMPLATE, "Prepend", where);
      template(step);
      for (String children : CHILDREN) {
        step.path(children).forEach(child -> step(child, depth + 1));
      }
    }

    private Cost pattern(JsonNode pattern, String type) {
      if (pattern.has("Regex")) {
        return PatternCost.of(pattern.path("Regex").asText(), where + ": " + type);
      }
      if (pattern.has("String")) {
        String text = pattern.path("String").asText();
        atMost(text.length(), LONGEST_TOKEN, "the pattern of " + type, where);
        if (text.isEmpty()) {
          throw new BadInputException(where + ": " + type + " looks for nothing");
        }
      }
      return Cost.ONE;
    }

    /** Returns by how much a replacement may lengthen the shortest text that it matches. */
    private double growth(JsonNode replace) {
      int content = replace.path("content").asText().length();
      JsonNode pattern = replace.path("pattern");
      return pattern.has("String")
          ? Math.max(1, (double) content / pattern.path("String").asText().length())
          : Math.max(1, content) + (matchesNothing(pattern.path("Regex").asText()) ? 1 : 0);
    }

    /** Returns whether the pattern may match the empty text, which is tried with Java's matcher. */
    private static boolean matchesNothing(String pattern) {
      try {
        return Pattern.compile(pattern).matcher("").find();
      } catch (PatternSyntaxException e) {
        return true;
      }
    }

    private void template(JsonNode step) {
      atMost(step.path("single").size(), LONGEST_TEMPLATE, "a template", where);
      atMost(step.path("pair").size(), LONGEST_TEMPLATE, "a template", where);
      for (JsonNode token : step.path("special_tokens")) {
        atMost(token.path("ids").size(), LONGEST_TEMPLATE, "a template", where);
      }
    }
  }
}
