package io.sextant.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.Vocabulary;
import io.sextant.fault.BadInputException;

/** Finds the token with which a tokenizer replaces unknown text. */
final class UnknownToken {
  private static final String BERTS = "[UNK]";

  private UnknownToken() {}

  /** Returns the id of the token; negative if there is none. */
  static int id(Vocabulary vocabulary) {
    if (vocabulary.tokenizerJson() == null) {
      return vocabulary.tokens().indexOf(BERTS);
    }
    try {
      JsonNode model = new ObjectMapper().readTree(vocabulary.tokenizerJson()).path("model");
      if (model.path("unk_id").isInt()) {
        return model.path("unk_id").intValue();
      }
      JsonNode token = model.path("unk_token");
      return token.isTextual() ? vocabulary.tokens().indexOf(token.textValue()) : -1;
    } catch (JsonProcessingException e) {
      throw new BadInputException("tokenizer.json is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
