package io.sextant.bert.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tokens that the files of a directory name besides the vocabulary. If {@code
 * tokenizer_config.json} has {@code added_tokens_decoder}, no other file is read. Otherwise {@code
 * special_tokens_map.json} overrides {@code tokenizer_config.json}, and {@code added_tokens.json}
 * has the ids.
 */
final class NamedTokens {
  private static final String DECODER = "added_tokens_decoder";
  private static final String MAP = "special_tokens_map.json";
  private static final String ADDED = "added_tokens.json";

  /** BERT's names of the tokens that a tokenizer uses itself, by their keys. */
  private static final Map<String, String> BERTS =
      Map.of(
          "unk_token", "[UNK]",
          "sep_token", "[SEP]",
          "pad_token", "[PAD]",
          "cls_token", "[CLS]",
          "mask_token", "[MASK]");

  private static final Set<String> USED = Set.of("unk_token", "sep_token", "cls_token");
  private static final List<String> NAMED =
      List.of(
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token",
          "bos_token",
          "eos_token");
  private static final String EXTRA = "extra_special_tokens";
  private static final String ADDITIONAL = "additional_special_tokens";

  /** A token with an id, and the file that has it. */
  record Numbered(AddedToken token, String where) {}

  /** The tokens with ids, by id. */
  private final TreeMap<Integer, Numbered> numbered = new TreeMap<>();

  /** The contents that make a token of {@code added_tokens.json} a special token. */
  private final Set<String> special = new HashSet<>();

  /** The files that name special tokens which the tokenizer does not use itself, by content. */
  private final Map<String, String> extra = new LinkedHashMap<>();

  private NamedTokens() {}

  static NamedTokens read(ModelFiles files, TokenizerConfig config) {
    NamedTokens tokens = new NamedTokens();
    tokens.takeSpecial(config.json());
    if (config.json().has(DECODER)) {
      config
          .json()
          .object()
          .path(DECODER)
          .fields()
          .forEachRemaining(
              token -> tokens.number(config.json(), token.getKey(), token.getValue()));
      return tokens;
    }
    if (files.names().contains(MAP)) {
      tokens.takeSpecial(JsonFile.read(files, MAP));
    }
    if (files.names().contains(ADDED)) {
      JsonFile added = JsonFile.read(files, ADDED);
      added.object().fieldNames().forEachRemaining(token -> tokens.number(added, token));
    }
    return tokens;
  }

  Iterable<Numbered> numbered() {
    return numbered.values();
  }

  /**
   * Returns the files that name special tokens which have no id and which the tokenizer does not
   * use itself, by content.
   */
  Map<String, String> extra() {
    Map<String, String> left = new LinkedHashMap<>(extra);
    numbered.values().forEach(token -> left.remove(token.token().content()));
    return left;
  }

  /** Returns whether a token is one of the five that BERT's tokenizer uses itself. */
  static boolean isBerts(String content) {
    return BERTS.containsValue(content);
  }

  private void takeSpecial(JsonFile file) {
    for (String key : NAMED) {
      String content = content(file.object().path(key));
      if (content != null) {
        special.add(content);
      }
    }
    for (String key : List.of(EXTRA, ADDITIONAL)) {
      for (JsonNode token : file.object().path(key)) {
        String content = content(token);
        if (content == null) {
          throw file.wrong(key, "a list of tokens");
        }
        extra.put(content, file.where());
        // transformers 5 does not read the older key in special_tokens_map.json.
        if (key.equals(EXTRA) || !file.where().endsWith(MAP)) {
          special.add(content);
        }
      }
    }
  }

  private void number(JsonFile file, String id, JsonNode token) {
    String content = content(token);
    if (!id.matches("\\d{1,9}") || content == null) {
      throw file.wrong(DECODER, "an object from ids to tokens");
    }
    put(
        file,
        new AddedToken(
            Integer.parseInt(id),
            content,
            token.path("single_word").asBoolean(),
            token.path("lstrip").asBoolean(),
            token.path("rstrip").asBoolean(),
            token.path("normalized").asBoolean(!token.path("special").asBoolean()),
            token.path("special").asBoolean()));
  }

  private void number(JsonFile file, String content) {
    boolean isSpecial = special.contains(content);
    put(
        file,
        new AddedToken(file.natural(content), content, false, false, false, !isSpecial, isSpecial));
  }

  private void put(JsonFile file, AddedToken token) {
    if (numbered.put(token.id(), new Numbered(token, file.where())) != null) {
      throw file.wrong(token.content(), "an id of its own");
    }
  }

  private static String content(JsonNode token) {
    JsonNode text = token.isObject() ? token.path("content") : token;
    return text.isTextual() && !text.textValue().isEmpty() ? text.textValue() : null;
  }

  /** Refuses other names than BERT's for the delimiters and the unknown token. */
  static void requireBertsNames(ModelFiles files, TokenizerConfig config) {
    List<JsonFile> naming = new ArrayList<>(List.of(config.json()));
    if (!config.json().has(DECODER) && files.names().contains(MAP)) {
      naming.add(JsonFile.read(files, MAP));
    }
    for (JsonFile file : naming) {
      for (String key : USED) {
        String content = content(file.object().path(key));
        if (content != null && !content.equals(BERTS.get(key))) {
          throw file.wrong(
              key, '"' + BERTS.get(key) + "\", or any other with a " + GivenTokenizer.FILE);
        }
      }
    }
  }
}
