package io.sextant.pattern;

import java.util.Arrays;
import java.util.List;

/**
 * Target keys of the eligible queries of one pair, stored as sorted, disjoint, half-open ranges of
 * positions. Instances are immutable.
 */
public final class Targets {

  /** The targets of a pair without eligible queries. */
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

  /**
   * Returns targets that are equal for every query. Queries and keys must be ascending. If there
   * are no keys, no query is eligible.
   */
  static Targets shared(int[] queries, int... keys) {
    Builder builder = new Builder();
    for (int query : queries) {
      for (int key : keys) {
        builder.add(query, key);
      }
    }
    return builder.build();
  }

  /**
   * Returns, for each cell {@code query * n + key} of a map, whether the key is a target of the
   * query in any of the given parts.
   *
   * @param n the number of positions of the pair
   */
  public static boolean[] cells(List<Targets> parts, int n) {
    boolean[] targeted = new boolean[n * n];
    for (Targets part : parts) {
      for (int r = 0; r < part.queries(); r++) {
        int row = part.query(r) * n;
        for (int k = part.firstRange(r); k < part.firstRange(r + 1); k++) {
          Arrays.fill(targeted, row + part.start(k), row + part.end(k), true);
        }
      }
    }
    return targeted;
  }

  /** Returns the number of eligible queries. Each has at least one target. */
  public int queries() {
    return queries.length;
  }

  /** Returns the position of the r-th eligible query, which is ascending in r. */
  public int query(int r) {
    return queries[r];
  }

  /**
   * Returns the index of the first range of the r-th eligible query. Its ranges end where those of
   * the next query begin.
   */
  public int firstRange(int r) {
    return firstRange[r];
  }

  /** Returns the first key of a range. */
  public int start(int range) {
    return starts[range];
  }

  /** Returns the key after the last key of a range. */
  public int end(int range) {
    return ends[range];
  }

  /** Returns |T(i)|, the number of targets of the r-th eligible query. */
  public int count(int r) {
    int count = 0;
    for (int k = firstRange[r]; k < firstRange[r + 1]; k++) {
      count += ends[k] - starts[k];
    }
    return count;
  }

  /** Collects targets. Queries must be added in ascending order, and the ranges of a query too. */
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
     * Adds the keys from {@code from} (inclusive) to {@code to} (exclusive). If {@code from >= to},
     * nothing is added.
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
