package io.sextant.report;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.util.List;

/** The tables of the effects of heads; empty if the run has not measured them. */
public record EffectRows(
    List<HeadEffect> heads, List<PatternEffect> patterns, List<LabelEffect> labels) {

  /** The effects of a run that has not measured them. */
  public static final EffectRows NONE = new EffectRows(List.of(), List.of(), List.of());

  /** Reads the tables of a run. */
  public static EffectRows read(RunDirectory run) {
    return new EffectRows(
        run.readIfThere(Table.HEAD_EFFECTS),
        run.readIfThere(Table.PATTERN_EFFECTS),
        run.readIfThere(Table.LABEL_EFFECTS));
  }
}
