package io.sextant.text.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerBoundsTest {
  @ParameterizedTest
  @EnumSource(names = {"BERT", "DISTILBERT", "ELECTRA", "ROBERTA", "XLM_ROBERTA"})
  void tokenizersThatTransformersWritesAreWithinBounds(GoldenModel model) {
    String json = ModelLayouts.open(model.directory()).vocabulary().tokenizerJson();
    assertThat(TokenizerBounds.of(json, "x").longestSentence()).isGreaterThan(400_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"model\":{\"dropout\":0.3}} ~ model.dropout is 0.3, expected null or 0",
        "{\"model\":{\"dropout\":\"0.3\"}} ~ model.dropout is \"0.3\", expected null or 0",
        "{\"model\":{\"max_input_chars_per_word\":1000000}} ~ model.max_input_chars_per_word is or has 1000000; the limit is 1000",
        "{\"model\":{\"max_input_chars_per_word\":1e9}} ~ expected an integer of at least 0",
        "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"\"}} ~ precompiled_charsmap does not have the trie",
        "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"?\"}} ~ precompiled_charsmap is not Base64",
        "{\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a+)+$\"}}} ~ Split has the pattern (a+)+$, which repeats a group",
        "{\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"String\":\"\"},\"content\":\"a\"}} ~ Replace looks for nothing",
        "{\"normalizer\":{\"type\":\"Prepend\",\"prepend\":\"aaaaaaaaaaaaaaaaaaaaaaaa\"}} ~ Prepend is or has 24",
        "{\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"x*\"},\"content\":\"aaaaaaaaaaaaaaaa\"}} ~ more than 16 characters of one"
      })
  void whatHasNoBoundIsRefused(String json, String message) {
    assertRefused(json, message);
  }

  @Test
  void replacementsMultiply() {
    String ten = "{\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"aaaaaaaaaa\"}";
    TokenizerBounds.of("{\"normalizer\":" + ten + "}", "x");
    assertRefused(
        "{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[" + ten + "," + ten + "]}}",
        "its Replace steps make more than 16 characters of one");
  }

  @Test
  void stepsAndNestingAreBounded() {
    String strip = "{\"type\":\"Lowercase\"}";
    assertRefused(
        "{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":["
            + (strip + ",").repeat(40)
            + strip
            + "]}}",
        "the number of steps is or has 33");
    String nested = strip;
    for (int depth = 0; depth < 12; depth++) {
      nested = "{\"type\":\"Sequence\",\"normalizers\":[" + nested + "]}";
    }
    assertRefused("{\"normalizer\":" + nested + "}", "the nesting of steps is or has 9");
  }

  @Test
  void tokensAreBounded() {
    String longToken = "a".repeat(1001);
    assertRefused("{\"model\":{\"vocab\":{\"" + longToken + "\":0}}}", "a token of its vocabulary");
    assertRefused("{\"model\":{\"vocab\":[[\"" + longToken + "\",0]]}}", "a token of its");
    assertRefused("{\"added_tokens\":[{\"content\":\"" + longToken + "\"}]}", "an added token");
  }

  @Test
  void aBackReferenceFreePatternOfTwoRepeatsBearsShortSentences() {
    TokenizerBounds bounds =
        TokenizerBounds.of(
            "{\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"a*a*b\"}}}", "x");
    assertThat(bounds.longestSentence()).isBetween(2800, 2830);
  }

  @Test
  void aMapOfSentencePieceIsTakenAndADamagedOneIsNot() throws IOException {
    String base64;
    try (var in = TokenizerBoundsTest.class.getResourceAsStream("charsmap.txt")) {
      base64 = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
    CharsMap.check(base64, "x");
    byte[] bytes = Base64.getDecoder().decode(base64);
    int size = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    // The texts are missing, so leaves point past the end.
    assertDamaged(Arrays.copyOf(bytes, 4 + size), "points outside itself");
    assertDamaged(Arrays.copyOf(bytes, size), "does not have the trie");
    // The root points past the end of the trie.
    byte[] far = bytes.clone();
    ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0x7ffffe00);
    assertDamaged(far, "points outside itself");
    byte[] noText = bytes.clone();
    noText[noText.length - 2] = (byte) 0xff;
    assertDamaged(noText, "holds text that is not UTF-8");
  }

  private static void assertDamaged(byte[] map, String message) {
    assertThatThrownBy(() -> CharsMap.check(Base64.getEncoder().encodeToString(map), "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> TokenizerBounds.of(json, "tokenizer.json"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("tokenizer.json")
        .hasMessageContaining(message);
  }
}
