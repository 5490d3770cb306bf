package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;

/**
 * How many pairs give targets more than one null expects for them, out of those that the null says
 * something of. The row has that of the null that decides, see {@code Judgement}.
 */
public final class Consistency extends HeadStatistic {
  private final int chance;
  private final SlotArray over;
  private final PartCounts pairs;

  /**
   * A consistency of no pairs.
   *
   * @param chance the null, by its index in {@link Layout#NULLS}
   */
  public Consistency(Layout layout, int chance) {
    this(chance, new SlotArray(layout), new PartCounts(layout));
  }

  private Consistency(int chance, SlotArray over, PartCounts pairs) {
    super(over, pairs);
    this.chance = chance;
    this.over = over;
    this.pairs = pairs;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    PairSums.NullSums sums = pair.nulls[chance];
    pairs.add(part, 1);
    for (int head = 0; head < over.heads(); head++) {
      boolean isOver = sums.observed.at(partOfPair, head) > sums.expected.at(partOfPair, head);
      over.add(part, head, isOver ? 1 : 0);
    }
  }

  public double of(int part, int head) {
    return over.at(part, head) / pairs.at(part);
  }
}
