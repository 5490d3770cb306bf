package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests tokenizers other than BERT's, given as tokenizer.json. */
class GivenTokenizerTest {

  @Test
  void robertasWordsAreThoseOfItsPreTokenizer() {
    EncodedPair pair = encode(GoldenModel.ROBERTA, "I don't pay $5 .", "Café  😀!?");
    assertThat(texts(pair, 0)).containsExactly("I", "don", "'t", "pay", "$", "5", ".");
    assertThat(texts(pair, 1)).containsExactly("Café", "", "😀", "!?");
    assertThat(marks(pair)).containsExactly("$", ".", "", "!?");
    assertThat(pair.words().get(3).begin()).isEqualTo(8);
    assertThat(pair.words().get(3).end()).isEqualTo(11);
  }

  @Test
  void xlmRobertasWordsArePartedFromTheirMarks() {
    EncodedPair pair = encode(GoldenModel.XLM_ROBERTA, "I went to the store.", "(the cat)!?");
    assertThat(texts(pair, 0)).containsExactly("I", "went", "to", "the", "store", ".");
    assertThat(texts(pair, 1)).startsWith("(", "the", "cat", ")");
    assertThat(marks(pair)).startsWith(".", "(", ")");
  }

  @Test
  void twoDelimitersStandBetweenRobertasSentences() {
    EncodedPair pair = encode(GoldenModel.ROBERTA, "a", "b");
    assertThat(pair.tokens()).containsExactly("<s>", "a", "</s>", "</s>", "b", "</s>");
    assertThat(pair.firstSep()).isEqualTo(2);
    assertThat(pair.secondStart()).isEqualTo(4);
    assertThat(IntStream.range(0, 6).map(pair::segment)).containsExactly(-1, 0, -1, -1, 1, -1);
    assertThat(IntStream.range(0, 6).map(pair::side)).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(pair.tokenTypes()).containsOnly(0);
    assertThat(pair.sentenceEnd(0)).isEqualTo(2);
    assertThat(pair.sentenceStart(1)).isEqualTo(4);
    EncodedPair empty = encode(GoldenModel.ROBERTA, "a", "");
    assertThat(empty.hasSecondSentence()).isTrue();
    assertThat(empty.hasContent(1)).isFalse();
    EncodedPair single = encode(GoldenModel.ROBERTA, "a", null);
    assertThat(single.tokens()).containsExactly("<s>", "a", "</s>");
    assertThat(single.hasSecondSentence()).isFalse();
  }

  /**
   * multilingual-e5-small names XLM-R's class; paraphrase-multilingual-MiniLM was saved as BERT's.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "BertTokenizer", "PreTrainedTokenizerFast"})
  void aBertWithUnigramIsReadWhateverItsTokenizersClass(String name, @TempDir Path folder)
      throws IOException {
    Path directory = GoldenModel.BERT_XLM_R.directory();
    ObjectMapper mapper = new ObjectMapper();
    for (String file : List.of("config.json", "model.safetensors", "tokenizer.json")) {
      Files.copy(directory.resolve(file), folder.resolve(file));
    }
    for (String file : List.of("config.json", "tokenizer_config.json")) {
      ObjectNode json = (ObjectNode) mapper.readTree(directory.resolve(file).toFile());
      json.remove("tokenizer_class");
      if (file.startsWith("tokenizer") && !name.isEmpty()) {
        json.put("tokenizer_class", name);
      }
      Files.writeString(folder.resolve(file), json.toString());
    }
    BertModel named = ModelLayouts.open(directory);
    BertModel model = ModelLayouts.open(folder);
    assertThat(model.vocabulary()).isEqualTo(named.vocabulary());
    assertThat(model.fingerprint()).isEqualTo(named.fingerprint());
    assertThat(model.config().lowerCase()).isFalse();
  }

  @Test
  void aBertWithXlmRobertasTokenizerHasOneTokenType() {
    EncodedPair pair = encode(GoldenModel.BERT_XLM_R, "Café…", "the store");
    assertThat(pair.tokens())
        .containsExactly(
            "<s>", "▁", "C", "afé", ".", "..", "</s>", "</s>", "▁t", "he", "▁store", "</s>");
    assertThat(pair.tokenTypes()).containsOnly(0);
    assertThat(texts(pair, 0)).containsExactly("Café", "…");
  }

  @Test
  void aPairIsCutAroundItsDelimiters() {
    BertModel model = ModelLayouts.open(GoldenModel.ROBERTA.directory());
    try (PairEncoder narrow = new PairEncoder(model, 8)) {
      EncodedPair pair = narrow.encode(new SentencePair("1", null, "x y z x y z", "z"));
      assertThat(pair.tokens()).containsExactly("<s>", "x", "Ġ", "y", "</s>", "</s>", "z", "</s>");
    }
    assertThatThrownBy(() -> new PairEncoder(model, 5))
        .isInstanceOf(BadInputException.class)
        .hasMessage("maximum length 5 is too short: give at least 6");
  }

  @Test
  void truncationAndPaddingOfTheFileAreLeftOut() {
    BertModel model = ModelLayouts.open(GoldenModel.BERT.directory());
    String json =
        model
            .vocabulary()
            .tokenizerJson()
            .replace(
                "\"truncation\": null",
                "\"truncation\": {\"max_length\": 6, \"strategy\": \"LongestFirst\", \"stride\": 0, \"direction\": \"Right\"}")
            .replace(
                "\"padding\": null",
                "\"padding\": {\"strategy\": {\"Fixed\": 50}, \"direction\": \"Right\", \"pad_to_multiple_of\": null, \"pad_id\": 0, \"pad_type_id\": 0, \"pad_token\": \"[PAD]\"}");
    assertThat(json).contains("\"max_length\": 6", "\"Fixed\": 50");
    SentencePair pair = new SentencePair("1", null, "the cat sat on the mat", "the dogs");
    try (PairEncoder plain = new PairEncoder(model, 64);
        PairEncoder padded = new PairEncoder(with(model, json), 64)) {
      assertThat(padded.encode(pair).ids()).isEqualTo(plain.encode(pair).ids());
    }
  }

  @Test
  void aTokenizerThatTheLibraryDoesNotKnow() {
    BertModel model = ModelLayouts.open(GoldenModel.BERT.directory());
    String json = model.vocabulary().tokenizerJson().replace("BertNormalizer", "MyNormalizer");
    assertThatThrownBy(() -> new PairEncoder(with(model, json), 64))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "tokenizer.json of model bert: normalizer \"MyNormalizer\" is not known");
    String broken = model.vocabulary().tokenizerJson().replace("\"WordPiece\"", "\"MyModel\"");
    assertThatThrownBy(() -> new PairEncoder(with(model, broken), 64))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("tokenizer.json of model bert");
  }

  @Test
  void aTokenizerWithoutDelimiters() {
    BertModel model = ModelLayouts.open(GoldenModel.ROBERTA.directory());
    String json =
        model
            .vocabulary()
            .tokenizerJson()
            .replaceFirst("\"post_processor\": \\{[^}]*\\}", "\"post_processor\": null");
    assertThatThrownBy(() -> new PairEncoder(with(model, json), 64))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("encodes a pair as [a, b], expected one delimiter, A, delimiters, B");
  }

  @Test
  void spellingsTellWordsFromWhatGoesOn() {
    TokenSpelling wordPiece = spelling(GoldenModel.BERT);
    assertThat(wordPiece).isEqualTo(TokenSpelling.TOKEN);
    assertThat(wordPiece.beginsWord("straw")).isTrue();
    assertThat(wordPiece.beginsWord("##berries")).isFalse();
    assertThat(wordPiece.text("##berries")).isEqualTo("berries");
    assertThat(spelling(GoldenModel.BERT_CASED)).isEqualTo(TokenSpelling.TOKEN);
    TokenSpelling byteLevel = spelling(GoldenModel.ROBERTA);
    assertThat(byteLevel).isEqualTo(TokenSpelling.BYTE_LEVEL);
    assertThat(byteLevel.beginsWord("Ġstore")).isTrue();
    assertThat(byteLevel.beginsWord("store")).isFalse();
    assertThat(byteLevel.text("Ġstore")).isEqualTo("store");
    assertThat(spelling(GoldenModel.XLM_ROBERTA)).isEqualTo(TokenSpelling.METASPACE);
    assertThat(TokenSpelling.METASPACE.text("▁store")).isEqualTo("store");
  }

  private static TokenSpelling spelling(GoldenModel model) {
    return TokenSpelling.of(ModelLayouts.open(model.directory()).vocabulary());
  }

  private static BertModel with(BertModel model, String json) {
    Vocabulary vocabulary = new Vocabulary(model.vocabulary().tokens(), json);
    return new BertModel(model.name(), model.config(), vocabulary, model.weights(), "");
  }

  private static EncodedPair encode(GoldenModel golden, String a, String b) {
    try (PairEncoder encoder = new PairEncoder(ModelLayouts.open(golden.directory()), 160)) {
      return encoder.encode(new SentencePair("1", null, a, b));
    }
  }

  private static List<String> texts(EncodedPair pair, int segment) {
    return pair.words().stream().filter(w -> w.segment() == segment).map(Word::text).toList();
  }

  private static List<String> marks(EncodedPair pair) {
    return pair.words().stream().filter(Word::punctuation).map(Word::text).toList();
  }
}
