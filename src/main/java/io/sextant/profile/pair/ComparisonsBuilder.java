package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Builds the {@link Comparisons} of a pair, one pattern at a time. */
final class ComparisonsBuilder {
  private static final int UNKNOWN = 0;
  private static final int NONE = -1;

  private final int n;
  private final List<ControlSet> sets = new ArrayList<>();
  private final Map<IntBuffer, Integer> numbers = new HashMap<>();
  private final int[] keys;
  private final long[] partsOfQueries;
  private final int[] matched;
  private final int[] unmatched;
  private final int[] queryCounts;

  /**
   * The rule of the current pattern, and for each target cell 1 plus the index of its set, {@link
   * #UNKNOWN} or {@link #NONE}.
   */
  private MatchedControls rule;

  private final int[] setOf;

  /**
   * Creates a builder without comparisons.
   *
   * @param n the number of positions of the pair
   */
  ComparisonsBuilder(int n, int parts) {
    this.n = n;
    keys = new int[n];
    setOf = new int[n * n];
    partsOfQueries = new long[n];
    matched = new int[parts];
    unmatched = new int[parts];
    queryCounts = new int[parts];
  }

  /**
   * Adds the targets of a pattern and their controls.
   *
   * @param firstPart the index of the pattern's first part
   */
  void addAll(int firstPart, List<Targets> parts, MatchedControls controls) {
    rule = controls;
    Arrays.fill(setOf, UNKNOWN);
    for (int i = 0; i < parts.size(); i++) {
      add(firstPart + i, parts.get(i));
    }
  }

  private void add(int part, Targets targets) {
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      int before = matched[part];
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        for (int target = targets.start(k); target < targets.end(k); target++) {
          add(part, query, target);
        }
      }
      if (matched[part] > before) {
        partsOfQueries[query] |= 1L << part;
        queryCounts[part]++;
      }
    }
  }

  private void add(int part, int query, int target) {
    int cell = query * n + target;
    if (setOf[cell] == UNKNOWN) {
      setOf[cell] = find(query, target);
    }
    if (setOf[cell] == NONE) {
      unmatched[part]++;
    } else {
      sets.get(setOf[cell] - 1).add(cell, part);
      matched[part]++;
    }
  }

  /** Returns 1 plus the index of a target's set, or {@link #NONE}. */
  private int find(int query, int target) {
    int count = rule.find(query, target, keys);
    if (count == 0) {
      return NONE;
    }
    for (int i = 0; i < count; i++) {
      keys[i] += query * n;
    }
    Integer number = numbers.get(IntBuffer.wrap(keys, 0, count));
    if (number == null) {
      int[] controls = Arrays.copyOf(keys, count);
      sets.add(new ControlSet(controls));
      number = sets.size();
      numbers.put(IntBuffer.wrap(controls), number);
    }
    return number;
  }

  /** Returns the comparisons, ordered by query, so that each row of a map is read once. */
  Comparisons build() {
    sets.sort(Comparator.comparingInt(set -> set.controls[0] / n));
    return new Comparisons(
        ends(sets.stream().mapToInt(set -> set.controls.length)),
        sets.stream().flatMapToInt(set -> IntStream.of(set.controls)).toArray(),
        ends(sets.stream().mapToInt(ControlSet::size)),
        sets.stream().flatMapToInt(set -> IntStream.of(set.targets())).toArray(),
        new CellPartition(sets.stream().flatMapToLong(set -> LongStream.of(set.parts())).toArray()),
        new ComparedParts(
            matched,
            unmatched,
            queryCounts,
            new CellPartition(partsOfQueries),
            IntStream.range(0, n).filter(query -> partsOfQueries[query] != 0).toArray()));
  }

  /** Returns 0 followed by the cumulative sums of the sizes. */
  private static int[] ends(IntStream sizes) {
    int[] ends = IntStream.concat(IntStream.of(0), sizes).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }
}
