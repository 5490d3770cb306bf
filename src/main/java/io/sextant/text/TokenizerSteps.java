package io.sextant.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.Vocabulary;
import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The types of the steps of a {@code tokenizer.json}, nested steps included.
 *
 * @param normalizers the steps that first change the text
 * @param preTokenizers the steps that split the text into words
 * @param models the step that splits words into tokens; empty in old files, which do not name its
 *     type
 */
record TokenizerSteps(List<String> normalizers, List<String> preTokenizers, List<String> models) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Set<String> NORMALIZERS =
      Set.of(
          "BertNormalizer",
          "ByteLevel",
          "Lowercase",
          "NFC",
          "NFD",
          "NFKC",
          "NFKD",
          "Nmt",
          "Precompiled",
          "Prepend",
          "Replace",
          "Sequence",
          "Strip",
          "StripAccents");

  private static final Set<String> PRE_TOKENIZERS =
      Set.of(
          "BertPreTokenizer",
          "ByteLevel",
          "CharDelimiterSplit",
          "Digits",
          "Metaspace",
          "Punctuation",
          "Sequence",
          "Split",
          "UnicodeScripts",
          "Whitespace",
          "WhitespaceSplit");

  private static final Set<String> MODELS = Set.of("BPE", "Unigram", "WordLevel", "WordPiece");

  static TokenizerSteps of(Vocabulary vocabulary) {
    try {
      JsonNode json = MAPPER.readTree(vocabulary.tokenizerJson());
      return new TokenizerSteps(
          json.path("normalizer").findValuesAsText("type"),
          json.path("pre_tokenizer").findValuesAsText("type"),
          json.path("model").hasNonNull("type")
              ? List.of(json.path("model").path("type").asText())
              : List.of());
    } catch (JsonProcessingException e) {
      throw new BadInputException("tokenizer.json is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Refuses steps of an unknown type, which the tokenizers library would take for any type that has
   * the same settings.
   */
  void requireKnown(String model) {
    require(model, "normalizer", normalizers, NORMALIZERS);
    require(model, "pre_tokenizer", preTokenizers, PRE_TOKENIZERS);
    require(model, "model", models, MODELS);
  }

  private static void require(String model, String step, List<String> types, Set<String> known) {
    for (String type : types) {
      if (!known.contains(type)) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "tokenizer.json of model %s: %s \"%s\" is not known; known are %s",
                model,
                step,
                type,
                known.stream().sorted().toList()));
      }
    }
  }
}
