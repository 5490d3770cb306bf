package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The numbers of targets with and without a matched control. The null {@code matched} excludes
 * those without one. Both columns are null for patterns that are not compared with this null.
 */
public final class MatchedTargets extends HeadStatistic {
  private final PartCounts matched;
  private final PartCounts unmatched;

  public MatchedTargets(Layout layout) {
    this(new PartCounts(layout), new PartCounts(layout));
  }

  private MatchedTargets(PartCounts matched, PartCounts unmatched) {
    super(matched, unmatched);
    this.matched = matched;
    this.unmatched = unmatched;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.matched[part] + pair.unmatched[part] > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    matched.add(part, pair.matched[partOfPair]);
    unmatched.add(part, pair.unmatched[partOfPair]);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    if (matched.at(part) + unmatched.at(part) > 0) {
      row.set("matched", matched.at(part));
      row.set("unmatched", unmatched.at(part));
    }
  }
}
