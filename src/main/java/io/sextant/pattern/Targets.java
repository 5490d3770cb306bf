package io.sextant.pattern;

import java.util.Arrays;

/**
 * Target keys of the eligible queries of one pair, as sorted, disjoint, half-open ranges of
 * positions. Immutable.
 */
public final class Targets {

  /** No eligible query. */
  public static final Targets NONE = new Builder().build();

  private final int[] queries;
  private final int[] firstRange;
  private final int[] starts;
  private final int[] ends;

  private Targets(int[] queries, int[] firstRange, int[] starts, int[] ends) {
    this.queries = queries;
    this.firstRange = firstRange;
    this.starts = starts;
    this.ends = ends;
  }

  /** Every query has the same target keys; both ascending. No keys: no eligible query. */
  static Targets shared(int[] queries, int... keys) {
    Builder builder = new Builder();
    for (int query : queries) {
      for (int key : keys) {
        builder.add(query, key);
      }
    }
    return builder.build();
  }

  /** Number of eligible queries; each has at least one target. */
  public int queries() {
    return queries.length;
  }

  /** Position of the r-th eligible query; ascending in r. */
  public int query(int r) {
    return queries[r];
  }

  /**
   * Index of the first range of the r-th eligible query; its ranges end where the next one's begin.
   */
  public int firstRange(int r) {
    return firstRange[r];
  }

  /** First key of a range. */
  public int start(int range) {
    return starts[range];
  }

  /** Key after the last of a range. */
  public int end(int range) {
    return ends[range];
  }

  /** |T(i)|: the number of targets of the r-th eligible query. */
  public int count(int r) {
    int count = 0;
    for (int k = firstRange[r]; k < firstRange[r + 1]; k++) {
      count += ends[k] - starts[k];
    }
    return count;
  }

  /** Collects targets; queries in ascending order, the ranges of a query in ascending order. */
  public static final class Builder {
    private int[] queries = new int[16];
    private int[] firstRange = new int[17];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int rows;
    private int ranges;

    /** Adds one target key of a query. */
    public Builder add(int query, int key) {
      return add(query, key, key + 1);
    }

    /**
     * Adds the keys from {@code from} (inclusive) to {@code to} (exclusive); none, and no query, if
     * {@code from >= to}.
     */
    public Builder add(int query, int from, int to) {
      if (from >= to) {
        return this;
      }
      if (rows == 0 || queries[rows - 1] != query) {
        openRow(query);
      } else if (from < ends[ranges - 1]) {
        throw new IllegalArgumentException(
            "range "
                + from
                + ".."
                + to
                + " of query "
                + query
                + " is not after "
                + ends[ranges - 1]);
      } else if (from == ends[ranges - 1]) {
        ends[ranges - 1] = to;
        return this;
      }
      if (ranges == starts.length) {
        starts = Arrays.copyOf(starts, 2 * ranges);
        ends = Arrays.copyOf(ends, 2 * ranges);
      }
      starts[ranges] = from;
      ends[ranges] = to;
      ranges++;
      firstRange[rows] = ranges;
      return this;
    }

    private void openRow(int query) {
      if (rows > 0 && queries[rows - 1] > query) {
        throw new IllegalArgumentException("query " + query + " after " + queries[rows - 1]);
      }
      if (rows == queries.length) {
        queries = Arrays.copyOf(queries, 2 * rows);
        firstRange = Arrays.copyOf(firstRange, 2 * rows + 1);
      }
      queries[rows++] = query;
    }

    public Targets build() {
      return new Targets(
          Arrays.copyOf(queries, rows),
          Arrays.copyOf(firstRange, rows + 1),
          Arrays.copyOf(starts, ranges),
          Arrays.copyOf(ends, ranges));
    }
  }
}
