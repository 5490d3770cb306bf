package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The mean over pairs of each pair's own share of attention, so that all pairs have equal weight.
 */
public final class MacroShare extends HeadStatistic {
  private final SlotArray shares;
  private final PartCounts pairs;

  public MacroShare(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout));
  }

  private MacroShare(SlotArray shares, PartCounts pairs) {
    super(shares, pairs);
    this.shares = shares;
    this.pairs = pairs;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    pairs.add(part, 1);
    for (int head = 0; head < shares.heads(); head++) {
      shares.add(part, head, pair.mass.at(partOfPair, head) / pair.queries[partOfPair]);
    }
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("share_macro", shares.at(part, head) / pairs.at(part));
  }
}
