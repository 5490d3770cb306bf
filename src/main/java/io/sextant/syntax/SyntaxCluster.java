package io.sextant.syntax;

import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of one cluster, which is a pair or all pairs of a group. */
final class SyntaxCluster {
  final SortedMap<String, Accuracies.UnitSums> relations = new TreeMap<>();
  final TagShares.UnitSums tags;
  final Accuracies.UnitSums coreference;
  private final SyntaxState state;

  SyntaxCluster(SyntaxState state) {
    this.state = state;
    this.tags = state.tags.newUnit();
    this.coreference = state.coreference.newUnit();
  }

  Accuracies.UnitSums relation(String key) {
    return relations.computeIfAbsent(key, none -> state.relations.newUnit());
  }

  TagShares.TagSums tag(String tag) {
    return tags.tags.computeIfAbsent(
        tag, none -> new TagShares.TagSums(state.heads(), state.windows.count()));
  }

  void add(SyntaxCluster other) {
    other.relations.forEach((key, sums) -> relation(key).add(sums));
    tags.add(other.tags);
    coreference.add(other.coreference);
  }
}
