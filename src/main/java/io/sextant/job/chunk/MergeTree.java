package io.sextant.job.chunk;

import org.apache.spark.Partitioner;

/**
 * The tree by which the states of chunks are merged. A node merges its children in ascending order:
 * those of the first level are {@link #FAN_IN} consecutive chunks each, and those of every other
 * level as many nodes of the level below. Sums of floating-point numbers depend on the order of the
 * additions, so the tree is a part of the definition of the tables. It depends on the numbers of
 * the chunks alone, and chunks that are missing leave the others where they are.
 */
public final class MergeTree {
  /** The children of a node. */
  public static final int FAN_IN = 64;

  private MergeTree() {}

  /** Returns the parent of a chunk, or of a node of any level. */
  public static int parent(int child) {
    return child / FAN_IN;
  }

  /** Returns the number of nodes that have the given number of children in all. */
  public static int parents(int children) {
    return (children + FAN_IN - 1) / FAN_IN;
  }

  /** Assigns the nodes of a level to one Spark partition for each parent. */
  public static final class ByParent extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int parents;

    public ByParent(int parents) {
      this.parents = parents;
    }

    @Override
    public int numPartitions() {
      return parents;
    }

    @Override
    public int getPartition(Object node) {
      return parent((Integer) node);
    }
  }
}
