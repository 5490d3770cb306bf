package io.sextant.profile;

/** One pair's sums over its queries, for every slot; reused from pair to pair. */
final class PairSums {
  /** By slot: a = sum of m(i). */
  final double[] mass;

  /** By slot: c = what the null expects of {@link #mass}. */
  final double[] expected;

  /** By slot: d = sum of 1 - delimiter mass over the eligible queries. */
  final double[] content;

  /** By slot: eligible queries whose strongest content key is a target. */
  final double[] top1;

  /** By slot: the share by Clark et al.'s mask and denominator. */
  final double[] clark;

  /** By part: b = eligible queries; and the number that {@link #top1} is out of. */
  final int[] queries;

  final int[] top1Queries;

  /** By part: whether Clark et al.'s mask has any row. */
  final boolean[] clarkApplies;

  /** By {@link Description} and head. */
  final double[][] descriptions;

  final OffsetSums offsets;

  /** Content tokens, the queries of the descriptions. */
  int contentQueries;

  /** Greatest distance of a row's sum from 1. */
  double worstRowSum;

  PairSums(Layout layout) {
    mass = new double[layout.slots()];
    expected = new double[layout.slots()];
    content = new double[layout.slots()];
    top1 = new double[layout.slots()];
    clark = new double[layout.slots()];
    queries = new int[layout.parts().size()];
    top1Queries = new int[layout.parts().size()];
    clarkApplies = new boolean[layout.parts().size()];
    descriptions = new double[Description.values().length][layout.heads()];
    offsets = new OffsetSums(layout.heads());
  }

  /** Takes what the targets alone decide; the slots are overwritten by {@link HeadScorer}. */
  void start(PairTargets pair) {
    for (int part = 0; part < queries.length; part++) {
      queries[part] = pair.targets[part].queries();
      top1Queries[part] = pair.top1Queries[part];
      clarkApplies[part] = pair.clark[part].queries() > 0;
    }
    contentQueries = pair.content.length;
    worstRowSum = 0;
    offsets.start(pair);
  }
}
