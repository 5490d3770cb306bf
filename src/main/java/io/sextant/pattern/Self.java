package io.sextant.pattern;

import java.util.List;

/** The pattern {@code self}: the token itself. */
final class Self implements AttentionPattern {
  @Override
  public String key() {
    return "self";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    return List.of(itself(Positions.content(pair.encoded())));
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    return List.of(itself(Positions.all(pair.encoded())));
  }

  private static Targets itself(int[] queries) {
    Targets.Builder diagonal = new Targets.Builder();
    for (int i : queries) {
      diagonal.add(i, i);
    }
    return diagonal.build();
  }
}
