package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Mergeable;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One statistic of all heads, for every part, over the pairs of a stratum: what it takes of a pair,
 * its state, and the columns of {@code head_patterns} that it fills. A new statistic is a class
 * here, a line in {@link StratumStats}, and its columns in {@link HeadPattern} and {@code
 * schema/head_patterns.json}.
 *
 * <p>A pair is the sum of its maps, see {@link PairSums}. It counts once as a pair, and once as a
 * cluster, or as one of the pairs of a group, which then is the cluster.
 */
public abstract class HeadStatistic implements Mergeable<HeadStatistic> {
  private final List<Mergeable<?>> state;

  /**
   * A statistic of no pairs.
   *
   * @param state all that it keeps
   */
  HeadStatistic(Mergeable<?>... state) {
    this.state = List.of(state);
  }

  /** Whether a pair says something of a part: by default, whether it has an eligible query. */
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0;
  }

  /**
   * Takes a pair that {@link #applies}.
   *
   * @param part of the stratum
   * @param pair the pair
   * @param partOfPair the same part, as the pair numbers it
   */
  public void addPair(int part, PairSums pair, int partOfPair) {}

  /** Takes a cluster that {@link #applies}, as {@link #addPair} takes a pair. */
  public void addCluster(int part, PairSums cluster, int partOfCluster) {}

  /** Sets its columns in the row of a part and head. */
  void fill(int part, int head, RowBuilder<HeadPattern> row) {}

  @Override
  public final void merge(HeadStatistic other) {
    for (int i = 0; i < state.size(); i++) {
      merge(state.get(i), other.state.get(i));
    }
  }

  /** Statistics of one class have states of the same classes in the same order. */
  @SuppressWarnings("unchecked")
  private static <S> void merge(Mergeable<S> into, Mergeable<?> other) {
    into.merge((S) other);
  }

  @Override
  public final void write(DataOutput out) throws IOException {
    for (Mergeable<?> part : state) {
      part.write(out);
    }
  }

  @Override
  public final void read(DataInput in) throws IOException {
    for (Mergeable<?> part : state) {
      part.read(in);
    }
  }
}
