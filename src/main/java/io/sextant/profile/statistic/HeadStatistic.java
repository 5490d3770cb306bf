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
 * A statistic of all heads, for every part, over the pairs of a stratum. A subclass defines what is
 * read from a pair, the mergeable state, and the columns of {@code head_patterns} that are set from
 * it. A new statistic needs a subclass, a line in {@link StratumStats}, and columns in {@link
 * HeadPattern} and {@code schema/head_patterns.json}.
 *
 * <p>A pair is given by the sums of its maps, see {@link PairSums}. Every pair is added once as a
 * pair. It is also added once as a cluster, alone or, if it belongs to a group, summed with the
 * other pairs of the group.
 */
public abstract class HeadStatistic implements Mergeable<HeadStatistic> {
  private final List<Mergeable<?>> state;

  /**
   * Creates a statistic of no pairs.
   *
   * @param state the complete state of the statistic
   */
  HeadStatistic(Mergeable<?>... state) {
    this.state = List.of(state);
  }

  /** Returns whether a pair is added for a part: by default, whether it has an eligible query. */
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0;
  }

  /**
   * Adds a pair for which {@link #applies} is true.
   *
   * @param part the index of the part in the stratum's layout
   * @param pair the pair
   * @param partOfPair the index of the same part in the pair
   */
  public void addPair(int part, PairSums pair, int partOfPair) {}

  /**
   * Adds a cluster for which {@link #applies} is true; the parameters are those of {@link
   * #addPair}.
   */
  public void addCluster(int part, PairSums cluster, int partOfCluster) {}

  /** Sets the statistic's columns in the row of a part and head. */
  void fill(int part, int head, RowBuilder<HeadPattern> row) {}

  @Override
  public final void merge(HeadStatistic other) {
    for (int i = 0; i < state.size(); i++) {
      merge(state.get(i), other.state.get(i));
    }
  }

  /**
   * Merges two states. Statistics of one class have states of the same classes in the same order,
   * so the cast is safe.
   */
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
