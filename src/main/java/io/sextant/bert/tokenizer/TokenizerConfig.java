package io.sextant.bert.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;

/**
 * {@code tokenizer_config.json}, or an empty one where there is none: transformers then takes the
 * defaults of the tokenizer's class, lower-casing among them.
 *
 * @param json the file
 * @param model {@code config.json}, which may name the class too
 */
public record TokenizerConfig(JsonFile json, JsonFile model) {
  public static final String FILE = "tokenizer_config.json";

  private static final String CLASS = "tokenizer_class";
  private static final String LOWER_CASE = "do_lower_case";
  private static final String STRIP_ACCENTS = "strip_accents";
  private static final String PART_CHINESE = "tokenize_chinese_chars";
  private static final String PREFIX_SPACE = "add_prefix_space";

  /** The configuration in a directory. */
  public static TokenizerConfig read(ModelFiles files, JsonFile model) {
    JsonFile json =
        files.names().contains(FILE)
            ? JsonFile.read(files, FILE)
            : JsonFile.parse(files.where(FILE), "{}");
    return new TokenizerConfig(json, model);
  }

  /** The class that the files name; a usual one where they name none. */
  public TokenizerClass type(TokenizerClass usual) {
    JsonFile naming = json.has(CLASS) ? json : model;
    return naming.has(CLASS) ? TokenizerClass.named(naming.text(CLASS)) : usual;
  }

  /** Whether the files say whether text is lower-cased. */
  public boolean saysLowerCase() {
    return json.object().has(LOWER_CASE);
  }

  /** Whether text is lower-cased: in BERT's tokenizers it is, unless the file says otherwise. */
  public boolean lowerCase() {
    return flag(LOWER_CASE, true);
  }

  /** Whether accents are taken off: where text is lower-cased, unless the file says otherwise. */
  public boolean stripAccents() {
    return json.has(STRIP_ACCENTS) ? json.flag(STRIP_ACCENTS) : lowerCase();
  }

  boolean partChinese() {
    return flag(PART_CHINESE, true);
  }

  boolean prefixSpace() {
    return flag(PREFIX_SPACE, false);
  }

  /**
   * Refuses what BERT's tokenizer in Java cannot do from a {@code vocab.txt}: the settings of
   * transformers' old tokenizer in Python, and other names for the tokens that it uses itself.
   */
  void requireBertsOwn(TokenizerClass usual) {
    if (type(usual) != TokenizerClass.BERT) {
      throw (json.has(CLASS) ? json : model)
          .wrong(CLASS, "BertTokenizer or, for any other, a " + GivenTokenizer.FILE);
    }
    if (json.has("do_basic_tokenize") && !json.flag("do_basic_tokenize")) {
      throw json.wrong("do_basic_tokenize", "true or, for any other, a " + GivenTokenizer.FILE);
    }
    if (json.has("never_split") && !json.object().path("never_split").isEmpty()) {
      throw json.wrong("never_split", "null or, for any other, a " + GivenTokenizer.FILE);
    }
  }

  private boolean flag(String key, boolean usual) {
    JsonNode value = json.object().path(key);
    return value.isMissingNode() ? usual : json.flag(key);
  }
}
