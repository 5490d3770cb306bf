package io.sextant.profile.exemplar;

import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.List;

/**
 * A pair that was chosen as an exemplar.
 *
 * @param shows the heads and patterns that it is an exemplar of; at least one
 */
public record ExemplarChoice(SentencePair pair, List<Show> shows) implements Serializable {

  /**
   * A head and a pattern that the pair is an exemplar of.
   *
   * @param rank the pair's rank for this head and pattern; 1 is the best
   * @param score the pair's own share
   */
  public record Show(int layer, int head, String pattern, int rank, double score)
      implements Serializable {}
}
