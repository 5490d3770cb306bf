package io.sextant.profile;

import java.util.Arrays;

/**
 * One pair's sums by kind, for all heads: {@code kind * heads + head}. Filled map by map, and
 * turned into {@link PairSums} when all maps have been read; reused from batch to batch.
 */
final class KindSums {
  /** What a null model sums by the kinds of its own items. */
  static final class Chance {
    double[] observed = new double[0];
    double[] expected = new double[0];

    /** Comparisons won less those lost. */
    double[] won = new double[0];

    private void start(int size) {
      observed = emptied(observed, size);
      expected = emptied(expected, size);
      won = emptied(won, size);
    }
  }

  final int heads;

  /** By kind of cell: attention, and norm-weighted attention. */
  double[] mass = new double[0];

  double[] normMass = new double[0];

  /** By kind of cell: queries whose strongest content key is there. */
  double[] hits = new double[0];

  /** By kind of query: attention to content, and norm-weighted attention to all keys. */
  double[] content = new double[0];

  double[] normTotal = new double[0];

  /** By null model. */
  final Chance[] nulls;

  /** By {@link Description} and head. */
  final double[][] descriptions;

  final OffsetSums offsets;

  KindSums(Layout layout) {
    heads = layout.heads();
    nulls = new Chance[layout.nulls()];
    for (int k = 0; k < nulls.length; k++) {
      nulls[k] = new Chance();
    }
    descriptions = new double[Description.values().length][heads];
    offsets = new OffsetSums(heads);
  }

  /** Empties the sums for a pair. */
  void start(PairTargets pair, NullModel[] models) {
    int cells = pair.cells.count() * heads;
    int queries = pair.queries.count() * heads;
    mass = emptied(mass, cells);
    normMass = emptied(normMass, cells);
    hits = emptied(hits, cells);
    content = emptied(content, queries);
    normTotal = emptied(normTotal, queries);
    for (int k = 0; k < nulls.length; k++) {
      nulls[k].start(models[k].kinds(pair).count() * heads);
    }
    offsets.start(pair);
  }

  private static double[] emptied(double[] sums, int size) {
    if (sums.length < size) {
      return new double[size];
    }
    Arrays.fill(sums, 0, size, 0);
    return sums;
  }
}
