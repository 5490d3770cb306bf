package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.VocabularyFile;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.files.SmallText;
import io.sextant.bert.tokenizer.GivenTokenizer;
import io.sextant.bert.tokenizer.TokenizerClass;
import io.sextant.bert.tokenizer.TokenizerConfig;
import io.sextant.bert.tokenizer.WordPieceFiles;
import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the tokenizer of a Hugging Face directory from {@code tokenizer.json} or, for architectures
 * that use BERT's own tokenizer, from {@code vocab.txt} and {@code tokenizer_config.json}.
 */
final class TokenizerFiles {
  static final String VOCABULARY = "vocab.txt";

  private TokenizerFiles() {}

  /**
   * Returns the tokens by id and the tokenizer.
   *
   * @param usual the class of the tokenizer if no file names one
   * @param rows the rows of the word embedding table, of which there must be at least as many as
   *     tokens. There may be more, because tables are often padded to a round number of rows
   */
  static Vocabulary read(ModelFiles files, TokenizerConfig config, TokenizerClass usual, int rows) {
    if (files.names().contains(GivenTokenizer.FILE)) {
      String text = SmallText.read(files, GivenTokenizer.FILE);
      JsonFile json = JsonFile.parse(files.where(GivenTokenizer.FILE), text);
      List<String> tokens = tokens(json, rows);
      return new Vocabulary(tokens, GivenTokenizer.text(files, config, usual, json, text));
    }
    boolean wordPiece = config.type(usual) == TokenizerClass.BERT || usual == TokenizerClass.BERT;
    if (!wordPiece || !files.names().contains(VOCABULARY)) {
      throw new BadInputException(
          files.where(GivenTokenizer.FILE)
              + " is missing: load the tokenizer with transformers' AutoTokenizer and save it with save_pretrained");
    }
    Vocabulary vocabulary = VocabularyFile.read(files, VOCABULARY);
    requireRow(files.where(VOCABULARY), vocabulary.tokens().size(), rows);
    WordPieceFiles read = WordPieceFiles.of(files, config, usual, vocabulary.tokens());
    requireRow(
        files.where(VOCABULARY) + " with the tokens added to it", read.tokens().size(), rows);
    return new Vocabulary(read.tokens(), null, read.settings());
  }

  /** Returns whether the tokenizer lower-cases text. */
  static boolean lowerCase(TokenizerConfig config, Vocabulary vocabulary) {
    if (vocabulary.tokenizerJson() == null) {
      return config.lowerCase();
    }
    JsonNode normalizer =
        JsonFile.parse(GivenTokenizer.FILE, vocabulary.tokenizerJson()).object().path("normalizer");
    return normalizer.findValues("lowercase").stream().anyMatch(JsonNode::asBoolean)
        || normalizer.findValuesAsText("type").contains("Lowercase");
  }

  private static List<String> tokens(JsonFile json, int rows) {
    String[] tokens = new String[rows];
    JsonNode vocabulary = json.object().path("model").path("vocab");
    if (vocabulary.isArray()) {
      Set<String> seen = new HashSet<>();
      for (int id = 0; id < vocabulary.size(); id++) {
        String token = vocabulary.get(id).path(0).asText();
        if (!seen.add(token)) {
          throw new BadInputException(json.where() + " has the token \"" + token + "\" twice");
        }
        put(tokens, json, token, id);
      }
    } else if (vocabulary.isObject()) {
      vocabulary
          .fields()
          .forEachRemaining(token -> put(tokens, json, token.getKey(), id(json, token.getValue())));
    } else {
      throw new BadInputException(json.where() + " has no model.vocab");
    }
    for (JsonNode added : json.object().path("added_tokens")) {
      int id = id(json, added.path("id"));
      String content = added.path("content").asText();
      if (id >= rows || !content.equals(tokens[id])) {
        put(tokens, json, content, id);
      }
    }
    int size = rows;
    while (size > 0 && tokens[size - 1] == null) {
      size--;
    }
    return Arrays.stream(tokens, 0, size).map(token -> token == null ? "" : token).toList();
  }

  private static int id(JsonFile json, JsonNode id) {
    if (!id.isInt() || id.intValue() < 0) {
      throw new BadInputException(json.where() + " has " + id + " for the id of a token");
    }
    return id.intValue();
  }

  private static void put(String[] tokens, JsonFile json, String token, int id) {
    requireRow(json.where(), id + 1L, tokens.length);
    if (tokens[id] != null) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: both \"%3$s\" and \"%4$s\" have the id %2$d",
              json.where(),
              id,
              tokens[id],
              token));
    }
    tokens[id] = token;
  }

  private static void requireRow(String where, long tokens, int rows) {
    if (tokens > rows) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has at least %d tokens, but the model has %d word embeddings: they belong to different models",
              where,
              tokens,
              rows));
    }
  }
}
