package io.sextant.syntax;

import io.sextant.math.Ratio;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of the tables from a {@link SyntaxState}. */
final class SyntaxTables {
  private SyntaxTables() {}

  static List<HeadRelation> relations(String runId, SyntaxState state) {
    List<HeadRelation> rows = new ArrayList<>();
    state
        .relations
        .kinds()
        .forEach(
            (key, sums) -> {
              String[] relationAndDirection = key.split("\t", -1);
              for (int head = 0; head < state.heads(); head++) {
                int first = state.window(head) * RelationProbe.OFFSETS;
                int best = best(sums.baseline, first);
                rows.add(
                    new HeadRelation(
                        state.head(runId, head),
                        relationAndDirection[0],
                        relationAndDirection[1],
                        sums.y,
                        sums.accuracy(head),
                        best - first - RelationProbe.REACH,
                        (double) sums.baseline[best] / sums.y));
              }
            });
    return rows;
  }

  static List<HeadPos> partsOfSpeech(String runId, SyntaxState state) {
    List<HeadPos> rows = new ArrayList<>();
    for (String tag : state.tags.tags()) {
      double frequency = state.tags.frequency(tag);
      for (int head = 0; head < state.heads(); head++) {
        Ratio share = state.tags.shareOfTagged(tag, head);
        rows.add(
            new HeadPos(
                state.head(runId, head),
                tag,
                state.tags.tokens(tag),
                frequency,
                state.tags.share(tag, head),
                share.interval(),
                share.value() / state.tags.chance(tag, state.window(head))));
      }
    }
    return rows;
  }

  static List<HeadCoreference> coreference(String runId, SyntaxState state) {
    List<HeadCoreference> rows = new ArrayList<>();
    state
        .coreference
        .kinds()
        .forEach(
            (kind, sums) -> {
              for (int head = 0; head < state.heads(); head++) {
                rows.add(
                    new HeadCoreference(
                        state.head(runId, head),
                        sums.y,
                        sums.accuracy(head),
                        (double) sums.baseline[state.window(head)] / sums.y));
              }
            });
    return rows;
  }

  /** Returns the index of the greatest of a window's baselines, which begin at an index. */
  private static int best(long[] hits, int first) {
    int best = first;
    for (int i = first + 1; i < first + RelationProbe.OFFSETS; i++) {
      best = hits[i] > hits[best] ? i : best;
    }
    return best;
  }
}
