package io.sextant.text.guard;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The program that tries a {@code tokenizer.json}. It reads the file from standard input, loads it,
 * tokenizes some sentences, and prints {@link #WORKS}, or {@link #REFUSED} with the reason.
 */
final class TrialMain {
  static final String WORKS = "sextant-trial: works";
  static final String REFUSED = "sextant-trial: refused: ";

  private static final Map<String, String> AS_IS =
      Map.of(
          "addSpecialTokens", "false",
          "truncation", "DO_NOT_TRUNCATE",
          "padding", "DO_NOT_PAD");

  /**
   * Texts of several kinds: plain, a long word, blanks, marks, other scripts, control characters.
   */
  private static final List<String> SENTENCES =
      List.of(
          "",
          "I went to the store, and didn't buy it.",
          "a".repeat(1000) + "b",
          " ".repeat(1000) + ".",
          "ab ".repeat(500),
          "!?".repeat(500),
          "日本語 كلب кошка ñ e\u0301 \ufdfa \ud83d\ude00\ud83d\udc4d\ud83c\udffd",
          "\u0000\u0001\t\n\r\u00a0\u200b\ufeff\ufffd");

  private TrialMain() {}

  /** Runs the trial. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    byte[] json = System.in.readAllBytes();
    try (HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), AS_IS)) {
      tokenizer.encode("a", "b", true, false);
      for (String sentence : SENTENCES) {
        tokenizer.encode(sentence);
      }
      out.println(WORKS);
    } catch (RuntimeException e) {
      out.println(REFUSED + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }
}
