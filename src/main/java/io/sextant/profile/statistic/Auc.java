package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The part of a target's matched controls that it outweighs, ties half, averaged over all targets
 * that have one: the area under the ROC curve of the weights as a test for targets. .5 is chance.
 */
public final class Auc extends HeadStatistic {
  private final int chance;
  private final SlotArray wins;
  private final PartCounts comparisons;

  /**
   * An AUC of no pairs.
   *
   * @param chance the matched null, by its index in {@link Layout#NULLS}
   */
  public Auc(Layout layout, int chance) {
    this(chance, new SlotArray(layout), new PartCounts(layout));
  }

  private Auc(int chance, SlotArray wins, PartCounts comparisons) {
    super(wins, comparisons);
    this.chance = chance;
    this.wins = wins;
    this.comparisons = comparisons;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    wins.add(part, pair.nulls[chance].wins, partOfPair);
    comparisons.add(part, pair.nulls[chance].trials[partOfPair]);
  }

  public double of(int part, int head) {
    return wins.at(part, head) / comparisons.at(part);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("auc", of(part, head));
  }
}
