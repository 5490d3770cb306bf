package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The numbers of targets with and without a matched control. The null {@code matched} excludes
 * those without one, and a target that its query cannot see has none. Both columns are null for
 * patterns that are not compared with this null.
 */
public final class MatchedTargets extends HeadStatistic {
  private final SlotArray matched;
  private final SlotArray unmatched;

  public MatchedTargets(Layout layout) {
    this(new SlotArray(layout), new SlotArray(layout));
  }

  private MatchedTargets(SlotArray matched, SlotArray unmatched) {
    super(matched, unmatched);
    this.matched = matched;
    this.unmatched = unmatched;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.matched.at(part, 0) + pair.unmatched.at(part, 0) > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    matched.add(part, pair.matched, partOfPair);
    unmatched.add(part, pair.unmatched, partOfPair);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    if (matched.at(part, head) + unmatched.at(part, head) > 0) {
      row.set("matched", (long) matched.at(part, head));
      row.set("unmatched", (long) unmatched.at(part, head));
    }
  }
}
