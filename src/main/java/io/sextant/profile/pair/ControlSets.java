package io.sextant.profile.pair;

import java.util.Arrays;

/**
 * The sets of controls of a pair and the targets that are compared with them, which are added query
 * by query. A set is stored once, whatever the number of its targets, and a target of a set is
 * stored once, whatever the number of parts that contain it.
 */
final class ControlSets {
  private static final int NONE = -1;

  /** The number n of positions of the pair. */
  private final int n;

  private int query;

  /** For each set, the index of its first control; a further entry is the end. */
  private int[] firstControl = new int[64];

  /** The controls, as cells {@code query * n + key}. */
  private int[] controls = new int[1024];

  private int sets;
  private int firstOfQuery;

  /** For each target, its set, its cell, and a bit for each part that contains it. */
  private int[] setOf = new int[256];

  private int[] cells = new int[256];
  private long[] parts = new long[256];

  /** For each target, the one that was added before it for the same cell and another set. */
  private int[] earlier = new int[256];

  private int targets;

  /** For each key, the last target that was added for it and the current query. */
  private final int[] latest;

  ControlSets(int n) {
    this.n = n;
    this.latest = new int[n];
  }

  /** Begins the next query; queries are ascending. */
  void start(int next) {
    query = next;
    firstOfQuery = sets;
    Arrays.fill(latest, NONE);
  }

  /** Returns the index of the query's set with the given controls, which is added if it is new. */
  int set(int[] keys, int count) {
    int start = firstControl[sets];
    int end = start + count;
    if (end > controls.length) {
      controls = Arrays.copyOf(controls, 2 * end);
    }
    for (int i = 0; i < count; i++) {
      controls[start + i] = query * n + keys[i];
    }
    for (int set = firstOfQuery; set < sets; set++) {
      int first = firstControl[set];
      if (Arrays.equals(controls, first, firstControl[set + 1], controls, start, end)) {
        return set;
      }
    }
    if (sets + 2 > firstControl.length) {
      firstControl = Arrays.copyOf(firstControl, 2 * sets + 2);
    }
    firstControl[sets + 1] = end;
    return sets++;
  }

  /** Returns the index of a target of the query in one of its sets, which is added if it is new. */
  int target(int key, int set) {
    int known = latest[key];
    while (known != NONE && setOf[known] != set) {
      known = earlier[known];
    }
    if (known != NONE) {
      return known;
    }
    if (targets == setOf.length) {
      setOf = Arrays.copyOf(setOf, 2 * targets);
      cells = Arrays.copyOf(cells, 2 * targets);
      parts = Arrays.copyOf(parts, 2 * targets);
      earlier = Arrays.copyOf(earlier, 2 * targets);
    }
    setOf[targets] = set;
    cells[targets] = query * n + key;
    earlier[targets] = latest[key];
    latest[key] = targets;
    return targets++;
  }

  /** Notes that a part contains a target. */
  void addPart(int target, int part) {
    parts[target] |= 1L << part;
  }

  /** Returns the comparisons, in which the targets of a set have the order of their addition. */
  Comparisons build(ComparedParts counts) {
    int[] firstTarget = new int[sets + 1];
    for (int target = 0; target < targets; target++) {
      firstTarget[setOf[target] + 1]++;
    }
    for (int set = 0; set < sets; set++) {
      firstTarget[set + 1] += firstTarget[set];
    }
    int[] next = firstTarget.clone();
    int[] cellsBySet = new int[targets];
    long[] partsBySet = new long[targets];
    for (int target = 0; target < targets; target++) {
      int place = next[setOf[target]]++;
      cellsBySet[place] = cells[target];
      partsBySet[place] = parts[target];
    }
    return new Comparisons(
        Arrays.copyOf(firstControl, sets + 1),
        Arrays.copyOf(controls, firstControl[sets]),
        firstTarget,
        cellsBySet,
        new CellPartition(partsBySet),
        counts);
  }
}
