package io.sextant.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.BertModel;
import io.sextant.bert.tokenizer.AddedToken;
import io.sextant.bert.tokenizer.WordPieceSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes Hugging Face's {@code tokenizer.json} for a BERT vocabulary: BERT's basic tokenizer and
 * WordPiece, with the template {@code [CLS] A [SEP] B [SEP]}. Accents are stripped if text is
 * lower-cased, as in Google's code. A word of more than 100 characters becomes [UNK], as in Hugging
 * Face's code.
 *
 * <p>BERT's own five special tokens are not added tokens, so "[SEP]" in a sentence is three words
 * of text. Added tokens that the model's files name are included.
 */
final class TokenizerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_CHARACTERS_PER_WORD = 100;

  private TokenizerJson() {}

  /** Returns the content of the file in UTF-8. */
  static byte[] of(BertModel model) {
    ObjectNode json = MAPPER.createObjectNode().put("version", "1.0");
    json.putNull("truncation").putNull("padding");
    WordPieceSettings settings = model.vocabulary().wordPiece();
    ArrayNode added = json.putArray("added_tokens");
    if (settings != null) {
      settings.added().forEach(token -> add(added, token));
    }
    Boolean stripAccents = settings == null ? null : settings.stripAccents();
    json.putObject("normalizer")
        .put("type", "BertNormalizer")
        .put("clean_text", true)
        .put("handle_chinese_chars", settings == null || settings.partChinese())
        .put("strip_accents", stripAccents)
        .put("lowercase", model.config().lowerCase());
    json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
    json.putNull("decoder")
        .putObject("post_processor")
        .put("type", "BertProcessing")
        .setAll(Map.of("sep", delimiter(model, "[SEP]"), "cls", delimiter(model, "[CLS]")));
    ObjectNode vocabulary =
        json.putObject("model")
            .put("type", "WordPiece")
            .put("unk_token", "[UNK]")
            .put("continuing_subword_prefix", "##")
            .put("max_input_chars_per_word", MAX_CHARACTERS_PER_WORD)
            .putObject("vocab");
    List<String> tokens = model.vocabulary().tokens();
    int count = settings == null ? tokens.size() : settings.tokens();
    for (int id = 0; id < count; id++) {
      vocabulary.put(tokens.get(id), id);
    }
    try {
      return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of strings and numbers can be written", e);
    }
  }

  private static void add(ArrayNode added, AddedToken token) {
    added
        .addObject()
        .put("id", token.id())
        .put("content", token.content())
        .put("single_word", token.singleWord())
        .put("lstrip", token.lstrip())
        .put("rstrip", token.rstrip())
        .put("normalized", token.normalized())
        .put("special", token.special());
  }

  private static ArrayNode delimiter(BertModel model, String token) {
    return MAPPER.createArrayNode().add(token).add(model.vocabulary().tokens().indexOf(token));
  }
}
