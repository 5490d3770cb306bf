package io.sextant.syntax;

/**
 * Adds pairs to a state, after summing the pairs of a group to one cluster. The pairs of a group
 * must come one after the other.
 */
final class SyntaxFold {
  private static final String COREFERENCE = "coreference";

  private final SyntaxState state;
  private SyntaxCluster open;
  private String group;

  SyntaxFold(SyntaxState state) {
    this.state = state;
  }

  void add(SyntaxCluster pair, String groupOfPair) {
    if (group == null || !group.equals(groupOfPair)) {
      finish();
    }
    group = groupOfPair;
    if (open == null) {
      open = pair;
    } else {
      open.add(pair);
    }
  }

  /** Adds the last cluster to the state. */
  void finish() {
    if (open != null) {
      open.relations.forEach(state.relations::add);
      if (open.tags.queries > 0) {
        state.tags.add(open.tags);
      }
      if (open.coreference.questions > 0) {
        state.coreference.add(COREFERENCE, open.coreference);
      }
    }
    open = null;
    group = null;
  }
}
