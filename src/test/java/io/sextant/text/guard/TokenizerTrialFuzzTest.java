package io.sextant.text.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Gives complete tokenizer.json files with hostile values to the trial: each is either rejected, or
 * accepted and can then be loaded and used in this process too; otherwise the test's JVM would
 * crash.
 */
class TokenizerTrialFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<GoldenModel> MODELS =
      List.of(GoldenModel.BERT, GoldenModel.ROBERTA, GoldenModel.XLM_ROBERTA);

  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "100", "2147483647", "4294967296", "0.5", "1e999");

  private static final List<String> TEXTS =
      List.of("\"\"", "\"a\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"[UNK]\"", "\"(a+)+$\"");

  private static final List<String> STEPS =
      List.of(
          "null",
          "{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"\"}",
          "{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"BAAAAAAAAAA=\"}",
          "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a+)+$\"},\"behavior\":\"Isolated\",\"invert\":false}",
          "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"a*a*a*b|\\\\s+\"},\"behavior\":\"Removed\",\"invert\":true}",
          "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(?=a)|b?\"},\"behavior\":\"MergedWithNext\",\"invert\":false}",
          "{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\"},\"content\":\"aaaa\"}",
          "{\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"\"}",
          "{\"type\":\"Sequence\",\"normalizers\":[]}",
          "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\",\"individual_digits\":true}]}",
          "{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true}",
          "{\"type\":\"NFKD\"}",
          "{\"type\":\"Whitespace\"}",
          "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]");

  @Test
  void someHostileFiles() throws IOException {
    fuzz(20, 1);
  }

  @Test
  @Tag("slow")
  void manyHostileFiles() throws IOException {
    fuzz(1500, 2);
  }

  private static void fuzz(int files, long seed) throws IOException {
    Random random = new Random(seed);
    int passed = 0;
    for (int file = 0; file < files; file++) {
      BertModel model = ModelLayouts.open(MODELS.get(file % MODELS.size()).directory());
      JsonNode json = MAPPER.readTree(model.vocabulary().tokenizerJson());
      for (int change = 1 + random.nextInt(2); change > 0; change--) {
        spoil(json, random);
      }
      passed += holds(model, json.toString()) ? 1 : 0;
    }
    assertThat(passed).isBetween(1, files);
  }

  /** Replaces one value, found by descending from the root, so that settings are chosen often. */
  private static void spoil(JsonNode json, Random random) throws IOException {
    JsonNode at = json;
    while (true) {
      List<String> keys = new ArrayList<>();
      at.fieldNames().forEachRemaining(keys::add);
      int chosen = random.nextInt(at.size());
      JsonNode next = at.isArray() ? at.get(chosen) : at.get(keys.get(chosen));
      boolean deeper = next.isContainerNode() && !next.isEmpty() && random.nextInt(4) > 0;
      if (!deeper) {
        JsonNode hostile = MAPPER.readTree(inPlaceOf(next, random));
        if (at instanceof ObjectNode object) {
          object.set(keys.get(chosen), hostile);
        } else {
          ((ArrayNode) at).set(chosen, hostile);
        }
        return;
      }
      at = next;
    }
  }

  /** Returns a hostile value, mostly of the same type. */
  private static String inPlaceOf(JsonNode value, Random random) {
    if (random.nextInt(5) == 0) {
      return any(STEPS, random);
    }
    if (value.isNumber()) {
      return any(NUMBERS, random);
    }
    if (value.isTextual()) {
      return any(TEXTS, random);
    }
    return value.isBoolean() ? Boolean.toString(!value.booleanValue()) : any(STEPS, random);
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static boolean holds(BertModel like, String json) {
    BertModel model =
        new BertModel(
            "fuzzed",
            like.config(),
            new Vocabulary(like.vocabulary().tokens(), json),
            like.weights(),
            "");
    try {
      TokenizerTrial.require(model);
      try (PairEncoder encoder = new PairEncoder(model, 64)) {
        for (String sentence : List.of("The cat sat.", "a".repeat(400) + "b", " \u0000é😀")) {
          encoder.encode(new SentencePair("1", null, sentence, "It didn't."));
        }
      } catch (UncutSentenceException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
      return true;
    } catch (BadInputException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }
}
