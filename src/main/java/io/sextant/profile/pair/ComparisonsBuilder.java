package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds the {@link Comparisons} of a pair, query by query, so that each row of a map is read once.
 */
final class ComparisonsBuilder {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  /**
   * A pattern whose targets are compared.
   *
   * @param firstPart the index of the pattern's first part
   * @param nextRow for each part, the index of the first row that has not been added yet
   */
  private record Pattern(int firstPart, List<Targets> parts, MatchedControls rule, int[] nextRow) {}

  private final List<Pattern> patterns = new ArrayList<>();
  private final ControlSets sets;
  private final int[] keys;
  private final long[] partsOfQueries;
  private final int[] matched;
  private final int[] unmatched;
  private final int[] queryCounts;

  /**
   * For each kind of targets of the current query and pattern, the index of its set, {@link
   * #UNKNOWN}, or {@link #NONE}.
   */
  private final int[] setOfKind = new int[MatchedControls.KINDS];

  /** For each key, its index as a target of the current query and pattern, in the same way. */
  private final int[] targetOf;

  /**
   * Creates a builder without comparisons.
   *
   * @param n the number of positions of the pair
   */
  ComparisonsBuilder(int n, int parts) {
    sets = new ControlSets(n);
    keys = new int[n];
    targetOf = new int[n];
    partsOfQueries = new long[n];
    matched = new int[parts];
    unmatched = new int[parts];
    queryCounts = new int[parts];
  }

  /**
   * Adds the targets of a pattern and the rule of their controls.
   *
   * @param firstPart the index of the pattern's first part
   */
  void addAll(int firstPart, List<Targets> parts, MatchedControls controls) {
    patterns.add(new Pattern(firstPart, parts, controls, new int[parts.size()]));
  }

  private void add(Pattern pattern, int query) {
    Arrays.fill(setOfKind, UNKNOWN);
    Arrays.fill(targetOf, UNKNOWN);
    for (int i = 0; i < pattern.nextRow.length; i++) {
      Targets targets = pattern.parts.get(i);
      int row = pattern.nextRow[i];
      if (row < targets.queries() && targets.query(row) == query) {
        add(pattern, pattern.firstPart + i, targets, row);
        pattern.nextRow[i]++;
      }
    }
  }

  private void add(Pattern pattern, int part, Targets targets, int row) {
    int query = targets.query(row);
    int before = matched[part];
    for (int k = targets.firstRange(row); k < targets.firstRange(row + 1); k++) {
      for (int key = targets.start(k); key < targets.end(k); key++) {
        if (targetOf[key] == UNKNOWN) {
          targetOf[key] = target(pattern.rule, query, key);
        }
        if (targetOf[key] == NONE) {
          unmatched[part]++;
        } else {
          sets.addPart(targetOf[key], part);
          matched[part]++;
        }
      }
    }
    if (matched[part] > before) {
      partsOfQueries[query] |= 1L << part;
      queryCounts[part]++;
    }
  }

  /** Returns the index of a target, or {@link #NONE} if it has no controls. */
  private int target(MatchedControls rule, int query, int key) {
    int kind = rule.kind(query, key);
    if (kind == MatchedControls.NO_KIND) {
      return NONE;
    }
    if (setOfKind[kind] == UNKNOWN) {
      int count = rule.find(query, key, keys);
      setOfKind[kind] = count == 0 ? NONE : sets.set(keys, count);
    }
    return setOfKind[kind] == NONE ? NONE : sets.target(key, setOfKind[kind]);
  }

  Comparisons build() {
    for (int query = 0; query < partsOfQueries.length; query++) {
      sets.start(query);
      for (Pattern pattern : patterns) {
        add(pattern, query);
      }
    }
    return sets.build(
        new ComparedParts(
            matched,
            unmatched,
            queryCounts,
            new CellPartition(partsOfQueries),
            IntStream.range(0, partsOfQueries.length)
                .filter(query -> partsOfQueries[query] != 0)
                .toArray()));
  }
}
