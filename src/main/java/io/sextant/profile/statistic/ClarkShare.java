package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of attention as Clark et al. 2019 (section 3) count it: by their masks, over all n
 * positions of a pair, averaged over pairs.
 */
public final class ClarkShare extends HeadStatistic {
  private final SlotArray shares;
  private final PartCounts pairs;

  public ClarkShare(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout));
  }

  private ClarkShare(SlotArray shares, PartCounts pairs) {
    super(shares, pairs);
    this.shares = shares;
    this.pairs = pairs;
  }

  /** Their mask may have rows where the part has no eligible query, and the other way round. */
  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.clarkApplies[part];
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    pairs.add(part, 1);
    shares.add(part, pair.clark, partOfPair);
  }

  public double of(int part, int head) {
    return shares.at(part, head) / pairs.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("share_clark", of(part, head));
  }
}
