package io.sextant.profile.statistic;

import io.sextant.bert.Window;
import io.sextant.pattern.Family;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The null of {@link Top1} for content patterns: the top1 of a head that always attends to one
 * fixed offset, the best of -10 to 10 that the head can see.
 */
public final class BestOffset extends HeadStatistic {
  private final Layout layout;

  /** For each part and {@link OffsetSums#bin}, the number of queries that have a target there. */
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

  /**
   * Returns the greatest fraction of the queries that have a target at one offset, whether the
   * target is in the same or the other sentence.
   */
  private double of(int part, Window window) {
    long best = 0;
    int farthest = Math.min(OffsetSums.NEAR, window.reach());
    for (int offset = -farthest; offset <= farthest; offset++) {
      long same = targets.at(part, OffsetSums.bin(0, offset, true));
      long other = targets.at(part, OffsetSums.bin(0, offset, false));
      best = Math.max(best, same + other);
    }
    return queries.at(part) == 0 ? Double.NaN : (double) best / queries.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    if (layout.parts().get(part).family() == Family.CONTENT) {
      Window window = layout.windows().get(layout.grid().layer(head));
      row.set("top1_null", of(part, window));
    }
  }
}
