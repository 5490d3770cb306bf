package io.sextant.profile.statistic;

import io.sextant.pattern.Family;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * Best offset: the top1 of a head that always looks at one fixed offset, the best of -10 to 10. It
 * is what the {@link Top1} of a content pattern is held against.
 */
public final class BestOffset extends HeadStatistic {
  private final Layout layout;

  /** By part and {@link OffsetSums#bin}: queries that have a target there. */
  private final PartCounts targets;

  private final PartCounts queries;

  public BestOffset(Layout layout) {
    this(layout, new PartCounts(layout, OffsetSums.BINS), new PartCounts(layout));
  }

  private BestOffset(Layout layout, PartCounts targets, PartCounts queries) {
    super(targets, queries);
    this.layout = layout;
    this.targets = targets;
    this.queries = queries;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    queries.add(part, pair.queries[partOfPair]);
    for (int bin = 0; bin < OffsetSums.BINS; bin++) {
      targets.add(part, bin, pair.targetOffsets.at(partOfPair, bin));
    }
  }

  /** The greatest part of the queries that one offset hits, in whichever sentence the key is. */
  private double of(int part) {
    long best = 0;
    for (int offset = -OffsetSums.NEAR; offset <= OffsetSums.NEAR; offset++) {
      long same = targets.at(part, OffsetSums.bin(0, offset, true));
      long other = targets.at(part, OffsetSums.bin(0, offset, false));
      best = Math.max(best, same + other);
    }
    return queries.at(part) == 0 ? Double.NaN : (double) best / queries.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    if (layout.parts().get(part).family() == Family.CONTENT) {
      row.set("top1_null", of(part));
    }
  }
}
