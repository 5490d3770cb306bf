package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * How often a target is the content token with the greatest weight, out of the eligible queries.
 */
public final class Top1 extends HeadStatistic {
  private final SlotArray hits;

  /** Eligible queries that have a content token among their targets. */
  private final PartCounts queries;

  public Top1(Layout layout) {
    this(new SlotArray(layout), new PartCounts(layout));
  }

  private Top1(SlotArray hits, PartCounts queries) {
    super(hits, queries);
    this.hits = hits;
    this.queries = queries;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    hits.add(part, pair.top1, partOfPair);
    queries.add(part, pair.top1Queries[partOfPair]);
  }

  /** Whether at least this part of the queries is hit. */
  public boolean reaches(int part, int head, double cut) {
    return hits.at(part, head) >= cut * queries.at(part) && queries.at(part) > 0;
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("top1", hits.at(part, head) / queries.at(part));
  }
}
