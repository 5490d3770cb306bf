package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of what a head moves (Kobayashi et al. 2020): weights times the norms of the vectors
 * that they weigh, to targets over to all keys. NaN if no norms were read.
 */
public final class NormShare extends HeadStatistic {
  private final SlotArray toTargets;
  private final SlotArray toAll;

  public NormShare(Layout layout) {
    this(new SlotArray(layout), new SlotArray(layout));
  }

  private NormShare(SlotArray toTargets, SlotArray toAll) {
    super(toTargets, toAll);
    this.toTargets = toTargets;
    this.toAll = toAll;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    toTargets.add(part, pair.normMass, partOfPair);
    toAll.add(part, pair.normTotal, partOfPair);
  }

  public double of(int part, int head) {
    return toTargets.at(part, head) / toAll.at(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("norm_share", of(part, head));
  }
}
