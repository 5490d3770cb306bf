package io.sextant.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.BertModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Hugging Face's {@code tokenizer.json} for a BERT vocabulary: BERT's basic tokenizer, WordPiece,
 * then {@code [CLS] A [SEP] B [SEP]}. Accents are stripped where text is lower-cased, as in
 * Google's code; a word of more than 100 characters is [UNK], as in Hugging Face's.
 *
 * <p>It names no added tokens, so "[SEP]" in a sentence is three words of text.
 */
final class TokenizerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_CHARACTERS_PER_WORD = 100;

  private TokenizerJson() {}

  /** The file's bytes, UTF-8. */
  static byte[] of(BertModel model) {
    ObjectNode json = MAPPER.createObjectNode().put("version", "1.0");
    json.putNull("truncation").putNull("padding").putArray("added_tokens");
    json.putObject("normalizer")
        .put("type", "BertNormalizer")
        .put("clean_text", true)
        .put("handle_chinese_chars", true)
        .putNull("strip_accents")
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
    List<String> pieces = model.vocabulary().pieces();
    for (int id = 0; id < pieces.size(); id++) {
      vocabulary.put(pieces.get(id), id);
    }
    try {
      return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of strings and numbers can be written", e);
    }
  }

  private static ArrayNode delimiter(BertModel model, String piece) {
    return MAPPER.createArrayNode().add(piece).add(model.vocabulary().pieces().indexOf(piece));
  }
}
