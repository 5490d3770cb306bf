package io.sextant.report;

import io.sextant.report.figure.PatternGroup;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.figure.ScoreGrid;
import java.util.List;

/** Selects grids from a synthetic run. */
public final class Grids {
  private Grids() {}

  /** Returns the grid of the part that decides the label of a pattern. */
  public static ScoreGrid of(SyntheticRun run, String pattern) {
    return PatternGroup.of(run.manifest(), run.patterns(), new PatternWords(List.of())).stream()
        .filter(group -> group.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .main();
  }
}
