package io.sextant.bert;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.tokenizer.TokenizerConfig;
import java.util.List;

/** Finds the mask token, which replaces a token that the model must predict. */
public final class MaskToken {
  private static final String KEY = "mask_token";
  private static final String SPECIAL = "special_tokens_map.json";

  /** The mask tokens of BERT and RoBERTa, for models whose files name none. */
  private static final List<String> USUAL = List.of("[MASK]", "<mask>");

  private MaskToken() {}

  /**
   * Returns the id of the mask token that a Hugging Face directory names; negative if the
   * vocabulary does not contain it.
   */
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

  /** Returns the id of the usual mask token; negative if the vocabulary does not contain it. */
  public static int id(Vocabulary vocabulary) {
    return USUAL.stream().mapToInt(vocabulary.tokens()::indexOf).max().orElseThrow();
  }
}
