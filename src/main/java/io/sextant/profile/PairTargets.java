package io.sextant.profile;

import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Targets;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of a pair before any head is looked at: every part's targets, positions by
 * kind.
 */
final class PairTargets {
  final EncodedPair pair;
  final Targets[] targets;
  final Targets[] clark;

  /** Positions of the delimiters, then of the content tokens; both ascending. */
  final int[] delimiters;

  final int[] content;

  /** By part: sum over the eligible queries of |T(i)| / n, what uniform attention gives. */
  final double[] uniform;

  /** By part: eligible queries that have a content key among their targets. */
  final int[] top1Queries;

  PairTargets(AnnotatedPair annotated, Layout layout) {
    pair = annotated.encoded();
    List<Targets> own = new ArrayList<>();
    List<Targets> byClark = new ArrayList<>();
    for (AttentionPattern pattern : layout.patterns()) {
      own.addAll(pattern.targets(annotated));
      byClark.addAll(pattern.clarkTargets(annotated));
    }
    targets = own.toArray(new Targets[0]);
    clark = byClark.toArray(new Targets[0]);
    delimiters = positions(pair, true);
    content = positions(pair, false);
    uniform = new double[targets.length];
    top1Queries = new int[targets.length];
    for (int part = 0; part < targets.length; part++) {
      count(part);
    }
  }

  private void count(int part) {
    Targets of = targets[part];
    for (int r = 0; r < of.queries(); r++) {
      uniform[part] += (double) of.count(r) / pair.size();
      if (of.count(r) > delimitersIn(of, r)) {
        top1Queries[part]++;
      }
    }
  }

  private int delimitersIn(Targets of, int r) {
    int count = 0;
    for (int position : delimiters) {
      if (of.contains(r, position)) {
        count++;
      }
    }
    return count;
  }

  private static int[] positions(EncodedPair pair, boolean delimiter) {
    int[] found = new int[pair.size()];
    int count = 0;
    for (int i = 0; i < pair.size(); i++) {
      if (pair.isDelimiter(i) == delimiter) {
        found[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
