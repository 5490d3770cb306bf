package io.sextant.profile;

import io.sextant.table.HeadPattern;
import io.sextant.table.RowBuilder;

/** The share of attention of each pair, averaged over pairs: every pair weighs the same. */
final class MacroShare extends HeadStatistic {
  private final SlotArray shares;
  private final PartCounts pairs;

  MacroShare(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout));
  }

  private MacroShare(SlotArray shares, PartCounts pairs) {
    super(shares, pairs);
    this.shares = shares;
    this.pairs = pairs;
  }

  @Override
  void addPair(int part, PairSums pair, int partOfPair) {
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
