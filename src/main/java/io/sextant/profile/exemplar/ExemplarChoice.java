package io.sextant.profile.exemplar;

import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.List;

/**
 * A pair that was chosen as an exemplar, and all that it is to show.
 *
 * @param shows at least one
 */
public record ExemplarChoice(SentencePair pair, List<Show> shows) implements Serializable {

  /**
   * One head's pattern that the pair shows.
   *
   * @param rank 1 is the best pair for that head and pattern
   * @param score the pair's own share
   */
  public record Show(int layer, int head, String pattern, int rank, double score)
      implements Serializable {}
}
