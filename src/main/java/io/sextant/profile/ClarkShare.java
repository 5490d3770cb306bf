package io.sextant.profile;

import io.sextant.table.HeadPattern;
import io.sextant.table.RowBuilder;

/**
 * The share of attention as Clark et al. 2019 (section 3) count it: by their masks, over all n
 * positions of a pair, averaged over pairs.
 */
final class ClarkShare extends HeadStatistic {
  private final SlotArray shares;
  private final PartCounts pairs;

  ClarkShare(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout));
  }

  private ClarkShare(SlotArray shares, PartCounts pairs) {
    super(shares, pairs);
    this.shares = shares;
    this.pairs = pairs;
  }

  /** Their mask may have rows where the part has no eligible query, and the other way round. */
  @Override
  boolean applies(PairSums pair, int part) {
    return pair.clarkApplies[part];
  }

  @Override
  void addPair(int part, PairSums pair, int partOfPair) {
    pairs.add(part, 1);
    shares.add(part, pair.clark, partOfPair);
  }

  double of(int part, int head) {
    return shares.at(part, head) / pairs.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("share_clark", of(part, head));
  }
}
