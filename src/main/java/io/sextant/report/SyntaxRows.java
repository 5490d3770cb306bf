package io.sextant.report;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.util.List;

/**
 * The rows of a run's tables {@code head_relations}, {@code head_coreference} and {@code head_pos},
 * which are empty if the input is not annotated.
 */
public record SyntaxRows(
    List<HeadRelation> relations, List<HeadCoreference> coreference, List<HeadPos> tags) {

  /** The rows of a run without annotation. */
  public static final SyntaxRows NONE = new SyntaxRows(List.of(), List.of(), List.of());

  static SyntaxRows read(RunDirectory run) {
    return new SyntaxRows(
        run.readIfThere(Table.HEAD_RELATIONS),
        run.readIfThere(Table.HEAD_COREFERENCE),
        run.readIfThere(Table.HEAD_POS));
  }
}
