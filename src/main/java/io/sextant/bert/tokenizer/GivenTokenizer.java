package io.sextant.bert.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Combines a {@code tokenizer.json} with the {@code tokenizer_config.json} beside it, as
 * transformers does: the settings of the tokenizer's class, given or by default, override those in
 * {@code tokenizer.json}. Files of which transformers 4 and 5 make different tokenizers are
 * refused.
 */
public final class GivenTokenizer {
  public static final String FILE = "tokenizer.json";

  private static final String UNIGRAM = "Unigram";
  private static final String NORMALIZER = "BertNormalizer";
  private static final Logger LOG = LoggerFactory.getLogger(GivenTokenizer.class);

  private final ModelFiles files;
  private final TokenizerConfig config;
  private final JsonFile json;
  private final ObjectNode changed;

  private GivenTokenizer(ModelFiles files, TokenizerConfig config, JsonFile json) {
    this.files = files;
    this.config = config;
    this.json = json;
    this.changed = json.object().deepCopy();
  }

  /**
   * Returns the text of the tokenizer: the file's own, or a new one if settings override it. A
   * Unigram model is never WordPiece, so under the name of BERT's class it is read as it stands,
   * which is logged: transformers 4 does the same, transformers 5 makes WordPiece of its tokens.
   *
   * @param usual the class if no file names one
   * @param json the content of {@code tokenizer.json}
   * @param text the text of {@code tokenizer.json}
   */
  public static String text(
      ModelFiles files, TokenizerConfig config, TokenizerClass usual, JsonFile json, String text) {
    GivenTokenizer given = new GivenTokenizer(files, config, json);
    given.requireAddedTokens();
    switch (config.type(usual)) {
      case BERT, MPNET -> {
        if (given.isUnigram()) {
          LOG.warn(
              "{} has a Unigram model, though its class has WordPiece: it is used as transformers 4 does; transformers 5 needs tokenizer_class \"PreTrainedTokenizerFast\" in {}",
              json.where(),
              config.json().where());
        } else {
          given.applyBerts();
        }
      }
      case ROBERTA -> given.applyRobertas();
      case OTHER -> {}
    }
    return given.changed.equals(json.object()) ? text : given.changed.toString();
  }

  /** Returns whether the model is Unigram, and no step is one that BERT's settings change. */
  private boolean isUnigram() {
    return json.object().path("model").path("type").asText().equals(UNIGRAM)
        && !json.object().path("normalizer").path("type").asText().equals(NORMALIZER);
  }

  private void applyBerts() {
    ObjectNode normalizer = step("normalizer", NORMALIZER);
    step("pre_tokenizer", "BertPreTokenizer");
    if (!normalizer.path("clean_text").asBoolean(true)) {
      throw differs("a normalizer that does not clean text");
    }
    boolean lowerCase = normalizer.path("lowercase").asBoolean(true);
    boolean stripAccents = normalizer.path("strip_accents").asBoolean(lowerCase);
    boolean partChinese = normalizer.path("handle_chinese_chars").asBoolean(true);
    if (lowerCase != config.lowerCase()
        || stripAccents != config.stripAccents()
        || partChinese != config.partChinese()) {
      normalizer
          .put("lowercase", config.lowerCase())
          .put("strip_accents", config.stripAccents())
          .put("handle_chinese_chars", config.partChinese());
    }
  }

  private void applyRobertas() {
    ObjectNode cut = step("pre_tokenizer", "ByteLevel");
    if (cut.path("add_prefix_space").asBoolean(true) != config.prefixSpace()) {
      cut.put("add_prefix_space", config.prefixSpace());
    }
  }

  /** Returns a step of the tokenizer, which must have the type that the tokenizer's class has. */
  private ObjectNode step(String key, String type) {
    JsonNode step = changed.path(key);
    if (step.path("type").asText().equals(type)) {
      return (ObjectNode) step;
    }
    String found = step.isObject() ? "the " + key + " " + step.path("type") : "no " + key;
    throw differs(found + ", where its class has \"" + type + '"');
  }

  private BadInputException differs(String what) {
    return new BadInputException(
        json.where()
            + " has "
            + what
            + ": transformers 4 and 5 make different tokenizers of that; if the file is right, set"
            + " tokenizer_class to \"PreTrainedTokenizerFast\" in "
            + config.json().where());
  }

  /** Refuses a {@code tokenizer.json} that lacks tokens which other files add. */
  private void requireAddedTokens() {
    Map<String, Integer> own = new HashMap<>();
    for (JsonNode token : json.object().path("added_tokens")) {
      own.put(token.path("content").asText(), token.path("id").asInt(-1));
    }
    NamedTokens named = NamedTokens.read(files, config);
    for (NamedTokens.Numbered numbered : named.numbered()) {
      Integer id = own.get(numbered.token().content());
      if (id == null || id != numbered.token().id()) {
        throw lacks(numbered.where(), numbered.token().content());
      }
    }
    named
        .extra()
        .forEach(
            (content, where) -> {
              if (!own.containsKey(content)) {
                throw lacks(where, content);
              }
            });
  }

  private BadInputException lacks(String where, String content) {
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "%s names the token %s, which %s does not add with that id: load the tokenizer with transformers' AutoTokenizer and save it with save_pretrained",
            where,
            content,
            json.where()));
  }
}
