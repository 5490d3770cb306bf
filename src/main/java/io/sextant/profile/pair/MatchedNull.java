package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A null that compares every target with its controls, see {@link Comparisons}. The expected
 * attention is the mean attention of the query to the controls. A target wins the fraction of its
 * controls that have less attention than the target, ties counting one half; the mean of this
 * fraction over all targets is the AUC. A target without controls is left out.
 */
final class MatchedNull implements NullModel {
  private final Function<PreparedPair, Comparisons> comparisonsOf;

  /**
   * For the current set of controls, the bits of each weight, and the number of targets that are
   * greater minus the number that are smaller.
   */
  private int[] bits = new int[0];

  private int[] balances = new int[0];

  /** For the current head, the sums of {@link PartitionSums.Chance} by block. */
  private double[] observed = new double[0];

  private double[] expected = new double[0];
  private double[] won = new double[0];

  /** Creates a null for one kind of controls. */
  MatchedNull(Function<PreparedPair, Comparisons> comparisonsOf) {
    this.comparisonsOf = comparisonsOf;
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PreparedPair pair, int part) {
    return comparisonsOf.apply(pair).parts().matched()[part];
  }

  @Override
  public CellPartition partition(PreparedPair pair) {
    return comparisonsOf.apply(pair).partition();
  }

  @Override
  public CellPartition queries(PreparedPair pair) {
    return comparisonsOf.apply(pair).parts().queries();
  }

  @Override
  public void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    int blocks = comparisons.partition().count();
    open(map.size(), blocks);
    for (int set = 0; set < comparisons.sets(); set++) {
      compare(comparisons, set, map.weights(), map.row(h, 0));
    }
    for (int block = 0; block < blocks; block++) {
      chance.observed.add(block, head, observed[block]);
      chance.expected.add(block, head, expected[block]);
      chance.won.add(block, head, won[block]);
    }
    ComparedParts parts = comparisons.parts();
    for (int query : parts.positions()) {
      double content = rows.content[h * map.size() + query];
      chance.content.add(parts.queries().of(query), head, content);
    }
  }

  private void open(int n, int blocks) {
    if (bits.length < n) {
      bits = new int[n];
      balances = new int[n];
    }
    if (observed.length < blocks) {
      observed = new double[blocks];
      expected = new double[blocks];
      won = new double[blocks];
    }
    Arrays.fill(observed, 0, blocks, 0);
    Arrays.fill(expected, 0, blocks, 0);
    Arrays.fill(won, 0, blocks, 0);
  }

  private void compare(Comparisons comparisons, int set, float[] weights, int first) {
    int start = comparisons.firstControl()[set];
    int count = comparisons.firstControl()[set + 1] - start;
    double mean = gather(weights, first, comparisons.controls(), start, count) / count;
    int end = comparisons.firstTarget()[set + 1];
    int next;
    for (int k = comparisons.firstTarget()[set]; k < end; k = next) {
      int block = comparisons.partition().of(k);
      double sum = 0;
      Arrays.fill(balances, 0, count, 0);
      for (next = k; next < end && comparisons.partition().of(next) == block; next++) {
        float target = weights[first + comparisons.targets()[next]];
        sum += target;
        compare(Float.floatToRawIntBits(target), bits, count, balances);
      }
      observed[block] += sum;
      expected[block] += (next - k) * mean;
      won[block] += (double) sum(balances, count) / count;
    }
  }

  /**
   * Stores the bits of the controls' weights, and returns the sum of the weights. Two sums, of
   * every other control, do not wait for each other.
   */
  private double gather(float[] weights, int first, int[] controls, int start, int count) {
    double even = 0;
    double odd = 0;
    int c = 0;
    for (; c < count - 1; c += 2) {
      float weight = weights[first + controls[start + c]];
      float next = weights[first + controls[start + c + 1]];
      bits[c] = Float.floatToRawIntBits(weight);
      bits[c + 1] = Float.floatToRawIntBits(next);
      even += weight;
      odd += next;
    }
    if (c < count) {
      float weight = weights[first + controls[start + c]];
      bits[c] = Float.floatToRawIntBits(weight);
      even += weight;
    }
    return even + odd;
  }

  /**
   * Compares a target with every control. Weights are not negative, so their bits have the same
   * order as the weights, and the difference of two does not overflow; its sign bit is the result.
   */
  private static void compare(int target, int[] controls, int count, int[] balances) {
    for (int c = 0; c < count; c++) {
      int control = controls[c];
      balances[c] += (target - control >> 31) - (control - target >> 31);
    }
  }

  private static int sum(int[] values, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }

  @Override
  public void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    comparisons.partition().sum(part, chance.observed, to.observed, part);
    comparisons.partition().sum(part, chance.expected, to.expected, part);
    comparisons.partition().sum(part, chance.won, to.wins, part);
    comparisons.parts().queries().sum(part, chance.content, to.content, part);
    to.queries.fill(part, comparisons.parts().queryCounts()[part]);
    for (int head = 0; head < pair.heads; head++) {
      double wins = (comparisons.parts().matched()[part] + to.wins.at(part, head)) / 2;
      to.wins.set(part, head, wins);
    }
  }
}
