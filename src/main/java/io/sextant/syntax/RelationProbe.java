package io.sextant.syntax;

import io.sextant.bert.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The questions to every head about one relation in one direction, in one pair: to which unit does
 * a unit attend most, or which unit attends most to it?
 *
 * @param key the kind of the questions in {@link Accuracies}, made of relation and direction
 * @param direction the direction, which determines what is read of the attention map
 * @param units the unit of each question
 * @param right the units that are correct answers to each question
 */
record RelationProbe(String key, Direction direction, int[] units, int[][] right) {
  /** The name for all relations except {@code punct} together. */
  static final String ALL = "all";

  private static final String PUNCTUATION = "punct";

  /** The greatest offset of the baseline, in units; offsets from -10 to 10 are counted. */
  static final int REACH = 10;

  static final int OFFSETS = 2 * REACH + 1;

  /** Returns all questions of a pair in a fixed order. */
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

  /** Returns the number of questions that a head answers correctly. */
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

  /**
   * Returns for each fixed offset the number of questions that the unit there answers correctly. A
   * unit that the window hides is no answer.
   */
  int[] hitsByOffset(UnitSpans spans, Window window) {
    int[] hits = new int[OFFSETS];
    for (int i = 0; i < units.length; i++) {
      for (int offset = -REACH; offset <= REACH; offset++) {
        int answer = units[i] + offset;
        hits[offset + REACH] += isRight(i, answer) && spans.see(window, units[i], answer) ? 1 : 0;
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
