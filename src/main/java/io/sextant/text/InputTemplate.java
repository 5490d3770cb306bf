package io.sextant.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sextant.fault.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a tokenizer lays sentences between delimiters: {@code [CLS] A [SEP] B [SEP]} in BERT, {@code
 * <s> A </s></s> B </s>} in RoBERTa. Delimiters are what the tokenizer marks as special.
 *
 * @param start what stands before the first sentence
 * @param between what stands between two sentences
 * @param end what stands after the second
 * @param endOfOne what stands after a sentence that is alone
 * @param typeA token type of sentence A
 * @param typeB token type of sentence B
 */
record InputTemplate(
    SpecialToken start,
    List<SpecialToken> between,
    SpecialToken end,
    SpecialToken endOfOne,
    int typeA,
    int typeB) {

  /** Delimiters of a single sentence. */
  static final int AROUND_ONE = 2;

  /**
   * Reads it off how the tokenizer encodes two words.
   *
   * @throws BadInputException if it is not one delimiter before, one or more between, one after
   */
  static InputTemplate of(HuggingFaceTokenizer tokenizer) {
    Encoding pair = tokenizer.encode("a", "b", true, false);
    List<List<SpecialToken>> delimiters = delimiters(pair);
    List<List<SpecialToken>> single = delimiters(tokenizer.encode("a", true, false));
    if (delimiters.size() != 3
        || delimiters.get(0).size() != 1
        || delimiters.get(1).isEmpty()
        || delimiters.get(2).size() != 1
        || single.size() != 2
        || !single.get(0).equals(delimiters.get(0))
        || single.get(1).size() != 1) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the tokenizer encodes a pair as %s, expected one delimiter, A, delimiters, B, one delimiter",
              Arrays.toString(pair.getTokens())));
    }
    int[] types = contentTypes(pair);
    return new InputTemplate(
        delimiters.get(0).get(0),
        delimiters.get(1),
        delimiters.get(2).get(0),
        single.get(1).get(0),
        types[0],
        types[types.length - 1]);
  }

  /** Delimiters of a pair. */
  int aroundTwo() {
    return AROUND_ONE + between.size();
  }

  /** The runs of delimiters before, between and after runs of content. */
  private static List<List<SpecialToken>> delimiters(Encoding encoding) {
    List<List<SpecialToken>> runs = new ArrayList<>();
    runs.add(new ArrayList<>());
    boolean content = false;
    for (int i = 0; i < encoding.getIds().length; i++) {
      if (encoding.getSpecialTokenMask()[i] == 0) {
        content = true;
        continue;
      }
      if (content) {
        runs.add(new ArrayList<>());
        content = false;
      }
      runs.get(runs.size() - 1)
          .add(
              new SpecialToken(
                  encoding.getTokens()[i],
                  Math.toIntExact(encoding.getIds()[i]),
                  Math.toIntExact(encoding.getTypeIds()[i])));
    }
    if (content) {
      runs.add(List.of());
    }
    return runs;
  }

  private static int[] contentTypes(Encoding encoding) {
    int[] types = new int[encoding.getIds().length];
    int count = 0;
    for (int i = 0; i < types.length; i++) {
      if (encoding.getSpecialTokenMask()[i] == 0) {
        types[count++] = Math.toIntExact(encoding.getTypeIds()[i]);
      }
    }
    return Arrays.copyOf(types, count);
  }
}
