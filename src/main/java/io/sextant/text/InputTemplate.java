package io.sextant.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sextant.fault.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The delimiters that a tokenizer puts around sentences: {@code [CLS] A [SEP] B [SEP]} in BERT,
 * {@code <s> A </s></s> B </s>} in RoBERTa. Delimiters are the tokens that the tokenizer marks as
 * special.
 *
 * @param start the delimiter before the first sentence
 * @param between the delimiters between two sentences
 * @param end the delimiter after the second sentence
 * @param endOfOne the delimiter after a single sentence
 * @param typeA the token type of sentence A
 * @param typeB the token type of sentence B
 */
record InputTemplate(
    SpecialToken start,
    List<SpecialToken> between,
    SpecialToken end,
    SpecialToken endOfOne,
    int typeA,
    int typeB) {

  /** The number of delimiters around a single sentence. */
  static final int AROUND_ONE = 2;

  /**
   * Derives the template from the tokenizer's encoding of two words.
   *
   * @throws BadInputException unless there is one delimiter before the sentences, one or more
   *     between them and one after them
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

  /** Returns the number of delimiters around a pair. */
  int aroundTwo() {
    return AROUND_ONE + between.size();
  }

  /** Returns the runs of delimiters before, between and after runs of content. */
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
