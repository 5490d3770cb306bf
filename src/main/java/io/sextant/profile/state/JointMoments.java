package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Means and centred cross moments of several sums over clusters, for every head, from which the
 * variance of a function of these sums can be computed. They are updated in one pass and can be
 * merged (Chan, Golub and LeVeque 1983).
 */
public final class JointMoments implements Mergeable<JointMoments> {
  private final int sums;

  /** The means, indexed by head and sum, and the cross moments, indexed by head and two sums. */
  private final double[] means;

  private final double[] products;
  private final long[] clusters = new long[1];

  /** The differences between the sums of the current cluster and the means before it. */
  private final double[] deltas;

  /** Creates the moments of the given number of sums. */
  public JointMoments(int sums, int heads) {
    this.sums = sums;
    this.means = new double[heads * sums];
    this.products = new double[heads * sums * sums];
    this.deltas = new double[sums];
  }

  /**
   * Adds the sums of one cluster for all heads, which are in the row {@code from} of each array.
   */
  public void add(int from, SlotArray... ofCluster) {
    double share = 1. / ++clusters[0];
    for (int head = 0; head < means.length / sums; head++) {
      for (int i = 0; i < sums; i++) {
        deltas[i] = ofCluster[i].at(from, head) - means[head * sums + i];
      }
      take(head, share, 1 - share);
    }
  }

  @Override
  public void merge(JointMoments other) {
    long n = clusters[0] + other.clusters[0];
    if (other.clusters[0] > 0) {
      double toward = (double) other.clusters[0] / n;
      StateArrays.add(products, other.products);
      for (int head = 0; head < means.length / sums; head++) {
        for (int i = 0; i < sums; i++) {
          deltas[i] = other.means[head * sums + i] - means[head * sums + i];
        }
        take(head, toward, toward * clusters[0]);
      }
      clusters[0] = n;
    }
  }

  /**
   * Moves the means by a fraction of the deltas, and adds the weighted products of the deltas to
   * the cross moments.
   */
  private void take(int head, double toward, double weight) {
    for (int i = 0; i < sums; i++) {
      means[head * sums + i] += toward * deltas[i];
      for (int j = 0; j < sums; j++) {
        products[(head * sums + i) * sums + j] += weight * deltas[i] * deltas[j];
      }
    }
  }

  public long clusters() {
    return clusters[0];
  }

  /** Returns the mean of a sum over the clusters. */
  public double mean(int head, int sum) {
    return means[head * sums + sum];
  }

  /**
   * Returns the variance of the mean over the clusters of a linear combination of the sums; NaN if
   * there are fewer than two clusters.
   */
  public double varianceOfMean(int head, double... weights) {
    double squares = 0;
    for (int i = 0; i < sums; i++) {
      for (int j = 0; j < sums; j++) {
        squares += weights[i] * weights[j] * products[(head * sums + i) * sums + j];
      }
    }
    long n = clusters[0];
    return n < 2 ? Double.NaN : Math.max(0, squares) / (n - 1) / n;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, clusters);
    StateArrays.write(out, means);
    StateArrays.write(out, products);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, clusters);
    StateArrays.read(in, means);
    StateArrays.read(in, products);
  }
}
