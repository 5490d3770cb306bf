package io.sextant.profile.statistic;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Stratum;
import io.sextant.math.SplitMix;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.List;

/**
 * The subsets of the pairs that have scores of their own. Every pair is in {@code all}, in one
 * stratum by length, and in one by the end of its last sentence; in a run by predicted class, also
 * in the stratum of the class that the model's task head predicts. The states have the strata of
 * the catalogue first, then the halves of the corpus, then the classes.
 */
public final class Strata {
  /** The names in tables, indexed as in {@link #of}. */
  public static final List<String> NAMES =
      Catalogue.all().strata().stream().map(Stratum::key).toList();

  /** The index of the stratum of all pairs. */
  public static final int ALL = 0;

  /** The indices of the two halves of the corpus, which are not strata of the tables. */
  public static final int FIRST_HALF = NAMES.size();

  public static final int SECOND_HALF = FIRST_HALF + 1;

  /** The number of strata without those of the classes, but with the halves. */
  static final int COUNT = SECOND_HALF + 1;

  /** The property by which the strata of the classes divide the pairs. */
  public static final String BY_PREDICTION = "prediction";

  private Strata() {}

  /** Returns the indices of the strata of a pair. */
  public static int[] of(EncodedPair pair) {
    return new int[] {ALL, length(pair.size()), endsWithPeriod(pair) ? 6 : 7};
  }

  /** Returns the half of a pair, by a hash of its group, or of its id if it has no group. */
  public static int half(SentencePair pair) {
    String cluster = pair.group() == null ? pair.id() : pair.group();
    return FIRST_HALF + (int) (SplitMix.step(0, cluster.hashCode()) & 1);
  }

  /** Returns the index of the stratum of a predicted class. */
  public static int predicted(int label) {
    return COUNT + label;
  }

  /** Returns the strata that the tables have for the labels of a task head, in their order. */
  public static List<Stratum> ofClasses(List<String> labels) {
    return labels.stream()
        .map(label -> new Stratum("predicted=" + label, "predicted: " + label, BY_PREDICTION))
        .toList();
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
