package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of attention as Clark et al. 2019 (section 3) define it: by their masks, over all n
 * positions of a pair, averaged over all pairs. A pair without targets counts as 0, because {@code
 * avg_attns} in their code is divided by the number of all inputs.
 */
public final class ClarkShare extends HeadStatistic {
  private final SlotArray shares;
  private final PartCounts pairs;

  /** The number of pairs in which the mask has a row; 0 for parts that Clark et al. do not have. */
  private final PartCounts masked;

  public ClarkShare(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout), new PartCounts(layout));
  }

  private ClarkShare(SlotArray shares, PartCounts pairs, PartCounts masked) {
    super(shares, pairs, masked);
    this.shares = shares;
    this.pairs = pairs;
    this.masked = masked;
  }

  /** Returns true, because the average is over all pairs. */
  @Override
  public boolean applies(PairSums pair, int part) {
    return true;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    pairs.add(part, 1);
    if (pair.clarkApplies[partOfPair]) {
      masked.add(part, 1);
      shares.add(part, pair.clark, partOfPair);
    }
  }

  /** Returns the share; NaN for a part whose mask has no row in any pair. */
  public double of(int part, int head) {
    return masked.at(part) == 0 ? Double.NaN : shares.at(part, head) / pairs.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("share_clark", of(part, head));
  }
}
