package io.sextant.profile.effect;

import io.sextant.linguistics.FunctionWords;
import io.sextant.math.SplitMix;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The words of a pair that are masked, so that the model must predict them: 15 % of the content
 * words, as in BERT's training (Devlin et al. 2019, section 3.1), but at least one. All tokens of a
 * word are masked together. The words are drawn by a hash of the pair's id.
 */
public final class MaskedWords {
  /** The part of the content words that are masked. */
  public static final double RATE = .15;

  private static final long SEED = 0x6d61736b;

  private MaskedWords() {}

  /** Returns whether a pair has a word that can be masked. */
  public static boolean exist(EncodedPair pair, FunctionWords functionWords) {
    return content(pair, functionWords).length > 0;
  }

  /**
   * Returns the positions of the masked tokens, ascending.
   *
   * @param functionWords the words that are not masked
   * @return no positions if the pair has no content words
   */
  public static int[] positions(EncodedPair pair, FunctionWords functionWords) {
    int[] content = content(pair, functionWords);
    long seed = SplitMix.step(SEED, pair.pair().id().hashCode());
    return Arrays.stream(content)
        .boxed()
        .sorted(Comparator.comparing(word -> SplitMix.step(seed, word)))
        .limit(Math.max(1, Math.round(RATE * content.length)))
        .map(pair.words()::get)
        .flatMapToInt(word -> IntStream.range(word.firstToken(), word.endToken()))
        .sorted()
        .toArray();
  }

  private static int[] content(EncodedPair pair, FunctionWords functionWords) {
    return IntStream.range(0, pair.words().size())
        .filter(word -> isContent(pair.words().get(word), functionWords))
        .toArray();
  }

  private static boolean isContent(Word word, FunctionWords functionWords) {
    return !word.punctuation() && !functionWords.contains(word.text());
  }
}
