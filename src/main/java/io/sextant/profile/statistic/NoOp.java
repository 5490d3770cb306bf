package io.sextant.profile.statistic;

import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.JointMoments;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Mergeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The no-op index of all heads: the norm-weighted share of the delimiters, divided by their share
 * of attention. It is (V/W) / (M/Q), where V and W are the norm-weighted attention to delimiters
 * and to all keys, M the attention to delimiters and Q the number of queries, all summed over
 * clusters. The interval is symmetric on the logarithmic scale. By the delta method, the variance
 * is that of the mean over clusters of V_c/V - W_c/W - M_c/M + Q_c/Q, in which V, W, M and Q are
 * means over clusters.
 */
public final class NoOp implements Mergeable<NoOp> {
  /** The index in a pair of the part {@code all} of {@code delimiter}; -1 if it is not measured. */
  private final int part;

  private final JointMoments moments;

  NoOp(Layout layout) {
    int own = layout.indexOf("delimiter", "all");
    part = own < 0 ? -1 : layout.origin(own);
    moments = new JointMoments(4, layout.heads());
  }

  void addCluster(PairSums cluster) {
    if (part >= 0 && cluster.queries[part] > 0) {
      moments.add(part, cluster.normMass, cluster.normTotal, cluster.mass, cluster.queriesBySlot);
    }
  }

  /**
   * Returns the index with its interval; NaN if no norms were read, or no attention goes to
   * delimiters.
   */
  public Interval of(int head) {
    double v = moments.mean(head, 0);
    double w = moments.mean(head, 1);
    double m = moments.mean(head, 2);
    double q = moments.mean(head, 3);
    double index = v / w / (m / q);
    if (!(index > 0)) {
      return new Interval(index, Double.NaN, Double.NaN);
    }
    double variance = moments.varianceOfMean(head, 1 / v, -1 / w, -1 / m, 1 / q);
    return new Ratio(moments.clusters(), index, index * index * variance).logInterval();
  }

  @Override
  public void merge(NoOp other) {
    moments.merge(other.moments);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    moments.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    moments.read(in);
  }
}
