package io.sextant.profile.effect;

import io.sextant.linguistics.WordRelations;
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
  private static final double RATE = .15;
  private static final long SEED = 0x6d61736b;

  private MaskedWords() {}

  /** Returns whether a pair has a word that can be masked. */
  public static boolean exist(EncodedPair pair, WordRelations words) {
    return content(pair, words).length > 0;
  }

  /**
   * Returns the positions of the masked tokens, ascending.
   *
   * @param words tells which words are function words
   * @return no positions if the pair has no content words
   */
  public static int[] positions(EncodedPair pair, WordRelations words) {
    int[] content = content(pair, words);
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

  private static int[] content(EncodedPair pair, WordRelations words) {
    return IntStream.range(0, pair.words().size())
        .filter(word -> !words.isFunctionWord(word))
        .filter(word -> isWhole(pair.words().get(word)))
        .toArray();
  }

  private static boolean isWhole(Word word) {
    return !word.punctuation() && word.firstToken() < word.endToken();
  }
}
