package io.sextant.profile.statistic;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Stratum;
import io.sextant.math.SplitMix;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.List;

/**
 * The subsets of the corpus that are scored apart. Every pair is in {@code all} and in one of each
 * kind.
 */
public final class Strata {
  /** Names in tables, by index; {@link #of} knows what each is. */
  public static final List<String> NAMES =
      Catalogue.all().strata().stream().map(Stratum::key).toList();

  /** Index of the stratum of all pairs. */
  public static final int ALL = 0;

  /** Indices of the two halves of the corpus; they are no strata of the tables. */
  public static final int FIRST_HALF = NAMES.size();

  public static final int SECOND_HALF = FIRST_HALF + 1;

  /** Number of strata, the halves included. */
  static final int COUNT = SECOND_HALF + 1;

  private Strata() {}

  /** Indices of the strata that a pair belongs to. */
  public static int[] of(EncodedPair pair) {
    return new int[] {ALL, length(pair.size()), endsWithPeriod(pair) ? 6 : 7};
  }

  /** The half that a pair belongs to, by a hash of its group, or of its id if it has none. */
  public static int half(SentencePair pair) {
    String cluster = pair.group() == null ? pair.id() : pair.group();
    return FIRST_HALF + (int) (SplitMix.step(0, cluster.hashCode()) & 1);
  }

  private static int length(int tokens) {
    if (tokens <= 16) {
      return 1;
    } else if (tokens <= 32) {
      return 2;
    } else if (tokens <= 64) {
      return 3;
    }
    return tokens <= 128 ? 4 : 5;
  }

  private static boolean endsWithPeriod(EncodedPair pair) {
    int last = pair.size() - 2;
    return pair.isPunctuation(last) && pair.words().get(pair.wordOf()[last]).text().equals(".");
  }
}
