package io.sextant.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked of every head about one relation, in one direction, in one pair: which unit a unit
 * attends to most, or which attends to it most.
 *
 * @param key of the relation and direction in {@link Accuracies}
 * @param direction decides what is read of the map
 * @param units the units that are asked about
 * @param right by question, the units that are right
 */
record RelationProbe(String key, Direction direction, int[] units, int[][] right) {
  /** Every relation but {@code punct}, together. */
  static final String ALL = "all";

  private static final String PUNCTUATION = "punct";

  /** Offsets of -10 to 10 units are counted for the baseline. */
  static final int REACH = 10;

  static final int OFFSETS = 2 * REACH + 1;

  /** All questions of a pair, in a fixed order. */
  static List<RelationProbe> of(List<Dependency> dependencies) {
    Map<String, List<Dependency>> byRelation = new TreeMap<>();
    for (Dependency dependency : dependencies) {
      byRelation.computeIfAbsent(dependency.relation(), none -> new ArrayList<>()).add(dependency);
      if (!dependency.relation().equals(PUNCTUATION)) {
        byRelation.computeIfAbsent(ALL, none -> new ArrayList<>()).add(dependency);
      }
    }
    List<RelationProbe> questions = new ArrayList<>();
    byRelation.forEach(
        (relation, edges) -> {
          for (Direction direction : Direction.values()) {
            questions.add(of(relation, direction, edges));
          }
        });
    return questions;
  }

  private static RelationProbe of(String relation, Direction direction, List<Dependency> edges) {
    String key = relation + "\t" + direction.key();
    if (direction != Direction.HEAD_TO_DEPENDENT) {
      return new RelationProbe(
          key,
          direction,
          edges.stream().mapToInt(Dependency::dependent).toArray(),
          edges.stream().map(edge -> new int[] {edge.head()}).toArray(int[][]::new));
    }
    Map<Integer, Set<Integer>> dependents = new LinkedHashMap<>();
    for (Dependency edge : edges) {
      dependents.computeIfAbsent(edge.head(), none -> new LinkedHashSet<>()).add(edge.dependent());
    }
    return new RelationProbe(
        key,
        direction,
        dependents.keySet().stream().mapToInt(Integer::intValue).toArray(),
        dependents.values().stream()
            .map(units -> units.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** How many questions a head answers right. */
  int hits(WordAttention attention) {
    int[] answers =
        direction == Direction.DEPENDENT_FROM_HEAD
            ? attention.strongestQuery
            : attention.strongestKey;
    int hits = 0;
    for (int i = 0; i < units.length; i++) {
      hits += isRight(i, answers[units[i]]) ? 1 : 0;
    }
    return hits;
  }

  /** How many questions the unit at each fixed offset would answer right. */
  int[] hitsByOffset() {
    int[] hits = new int[OFFSETS];
    for (int i = 0; i < units.length; i++) {
      for (int offset = -REACH; offset <= REACH; offset++) {
        hits[offset + REACH] += isRight(i, units[i] + offset) ? 1 : 0;
      }
    }
    return hits;
  }

  private boolean isRight(int question, int unit) {
    for (int answer : right[question]) {
      if (answer == unit) {
        return true;
      }
    }
    return false;
  }
}
