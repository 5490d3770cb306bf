package io.sextant.report;

/** Picks grids out of a synthetic run. */
final class Grids {
  private Grids() {}

  /** The part that decides the label of a pattern. */
  static ScoreGrid of(SyntheticRun run, String pattern) {
    return PatternGroup.of(run.manifest().model(), run.patterns()).stream()
        .filter(group -> group.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .main();
  }
}
