package io.sextant.bert.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;

/**
 * The settings in {@code tokenizer_config.json}. If there is no such file, the defaults of the
 * tokenizer's class apply, which include lower-casing.
 *
 * @param json the file; an empty object if there is none
 * @param model the file {@code config.json}, which may also name the class
 */
public record TokenizerConfig(JsonFile json, JsonFile model) {
  public static final String FILE = "tokenizer_config.json";

  private static final String CLASS = "tokenizer_class";
  private static final String LOWER_CASE = "do_lower_case";
  private static final String STRIP_ACCENTS = "strip_accents";
  private static final String PART_CHINESE = "tokenize_chinese_chars";
  private static final String PREFIX_SPACE = "add_prefix_space";

  /** Reads the settings in a directory. */
  public static TokenizerConfig read(ModelFiles files, JsonFile model) {
    JsonFile json =
        files.names().contains(FILE)
            ? JsonFile.read(files, FILE)
            : JsonFile.parse(files.where(FILE), "{}");
    return new TokenizerConfig(json, model);
  }

  /** Returns the class that the files name, or {@code usual} if they name none. */
  public TokenizerClass type(TokenizerClass usual) {
    JsonFile naming = json.has(CLASS) ? json : model;
    return naming.has(CLASS) ? TokenizerClass.named(naming.text(CLASS)) : usual;
  }

  /** Returns whether the file says whether text is lower-cased. */
  public boolean saysLowerCase() {
    return json.object().has(LOWER_CASE);
  }

  /** Returns whether text is lower-cased, which is the default of BERT's tokenizers. */
  public boolean lowerCase() {
    return flag(LOWER_CASE, true);
  }

  /** Returns whether accents are removed; by default, they are if text is lower-cased. */
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
   * Refuses settings that the tokenizer of a {@code vocab.txt} does not support: another class of
   * tokenizer, and settings of transformers' old tokenizer in Python.
   */
  void requireBertsOwn(TokenizerClass usual) {
    if (type(usual) != TokenizerClass.BERT) {
      throw (json.has(CLASS) ? json : model)
          .wrong(CLASS, "BertTokenizer, or any other with a " + GivenTokenizer.FILE);
    }
    if (json.has("do_basic_tokenize") && !json.flag("do_basic_tokenize")) {
      throw json.wrong("do_basic_tokenize", "true, or any other with a " + GivenTokenizer.FILE);
    }
    if (json.has("never_split") && !json.object().path("never_split").isEmpty()) {
      throw json.wrong("never_split", "null, or any other with a " + GivenTokenizer.FILE);
    }
  }

  private boolean flag(String key, boolean usual) {
    JsonNode value = json.object().path(key);
    return value.isMissingNode() ? usual : json.flag(key);
  }
}
