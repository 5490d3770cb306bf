package io.sextant.profile;

import java.util.Arrays;

/** The sums of a group whose pairs are still arriving. */
final class GroupSums {
  private final int heads;
  private final PairSums sums;

  GroupSums(Layout layout) {
    heads = layout.heads();
    sums = new PairSums(layout);
  }

  void add(PairSums pair) {
    for (int part = 0; part < sums.queries.length; part++) {
      if (pair.queries[part] > 0) {
        sums.queries[part] += pair.queries[part];
        addPart(part, sums.mass, pair.mass);
        addPart(part, sums.content, pair.content);
        addPart(part, sums.queriesBySlot, pair.queriesBySlot);
      }
      for (int k = 0; k < sums.nulls.length; k++) {
        if (pair.nulls[k].trials[part] > 0) {
          sums.nulls[k].trials[part] += pair.nulls[k].trials[part];
          addPart(part, sums.nulls[k].observed, pair.nulls[k].observed);
          addPart(part, sums.nulls[k].expected, pair.nulls[k].expected);
        }
      }
    }
  }

  /** Gives the group to a stratum as one unit, and begins anew. */
  void flush(StratumStats stratum) {
    stratum.addUnit(sums);
    Arrays.fill(sums.queries, 0);
    Arrays.fill(sums.mass, 0);
    Arrays.fill(sums.content, 0);
    Arrays.fill(sums.queriesBySlot, 0);
    for (PairSums.NullSums of : sums.nulls) {
      Arrays.fill(of.trials, 0);
      Arrays.fill(of.observed, 0);
      Arrays.fill(of.expected, 0);
    }
  }

  private void addPart(int part, double[] to, double[] more) {
    for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
      to[slot] += more[slot];
    }
  }
}
