package io.sextant.profile.effect;

import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.util.List;

/** The rows of the tables of effects. */
public record EffectTables(
    List<HeadEffect> heads, List<PatternEffect> patterns, List<LabelEffect> labels) {

  /** Computes the rows from a sample of at least one pair. */
  public static EffectTables of(String runId, EffectSample sample) {
    return new EffectTables(
        new HeadEffects(sample).rows(runId),
        new PatternEffects(sample).rows(runId),
        new LabelEffects(sample).rows(runId));
  }
}
