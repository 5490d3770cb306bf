package io.sextant.linguistics;

import java.util.Arrays;

/** The tier of every two words of a pair, which is the first tier that relates them. */
final class TierMatrix implements WordRelations {
  private final PairWords words;
  private final Tier[] tiers;

  /** Creates a matrix in which only words with the same surface are related. */
  TierMatrix(PairWords words) {
    this.words = words;
    this.tiers = new Tier[words.size() * words.size()];
    Arrays.fill(tiers, Tier.NONE);
  }

  /** Assigns a tier to word pairs that are related and have no tier yet. */
  void relate(Tier tier, TierRule.Relation relation) {
    int size = words.size();
    for (int word = 0; word < size; word++) {
      if (words.isLetter(word)) {
        continue;
      }
      for (int other = 0; other < word; other++) {
        if (tiers[word * size + other] == Tier.NONE
            && !words.isLetter(other)
            && relation.holds(word, other)) {
          tiers[word * size + other] = tier;
          tiers[other * size + word] = tier;
        }
      }
    }
  }

  @Override
  public Tier between(int word, int other) {
    int index = words.indexOf(word);
    int otherIndex = words.indexOf(other);
    if (index < 0 || otherIndex < 0) {
      return Tier.NONE;
    }
    return index == otherIndex ? Tier.SURFACE : tiers[index * words.size() + otherIndex];
  }

  @Override
  public boolean isFunctionWord(int word) {
    return words.indexOf(word) >= 0 && !words.isContent(words.indexOf(word));
  }
}
