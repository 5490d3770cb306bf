package io.sextant.linguistics;

import java.util.Arrays;
import java.util.List;

/** The tier of every two words of a pair; a word pair has the first that was found. */
final class TierMatrix implements WordRelations {
  private final int words;
  private final Tier[] tiers;

  /** So many words, none related. */
  TierMatrix(int words) {
    this.words = words;
    this.tiers = new Tier[words * words];
    Arrays.fill(tiers, Tier.NONE);
  }

  /** Relates a word with every word of a group but itself, where they have no earlier tier. */
  void relate(int word, List<Integer> group, Tier tier) {
    for (int other : group) {
      if (other != word && tier.compareTo(between(word, other)) < 0) {
        tiers[word * words + other] = tier;
        tiers[other * words + word] = tier;
      }
    }
  }

  @Override
  public Tier between(int word, int other) {
    return tiers[word * words + other];
  }
}
