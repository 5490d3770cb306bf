package io.sextant.bert;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.tokenizer.TokenizerConfig;
import java.util.List;

/** The token that stands in the place of a hidden one, as a tokenizer's files name it. */
public final class MaskToken {
  private static final String KEY = "mask_token";
  private static final String SPECIAL = "special_tokens_map.json";

  /** What BERT's and RoBERTa's tokenizers call it where no file says. */
  private static final List<String> USUAL = List.of("[MASK]", "<mask>");

  private MaskToken() {}

  /** Its id in a Hugging Face directory; negative if the vocabulary does not have it. */
  public static int id(ModelFiles files, Vocabulary vocabulary) {
    for (String file : List.of(TokenizerConfig.FILE, SPECIAL)) {
      if (files.names().contains(file)) {
        JsonNode named = JsonFile.read(files, file).object().path(KEY);
        JsonNode text = named.isObject() ? named.path("content") : named;
        if (text.isTextual()) {
          return vocabulary.tokens().indexOf(text.textValue());
        }
      }
    }
    return id(vocabulary);
  }

  /** Its id in a vocabulary alone; negative if it does not have it. */
  public static int id(Vocabulary vocabulary) {
    return USUAL.stream().mapToInt(vocabulary.tokens()::indexOf).max().orElseThrow();
  }
}
