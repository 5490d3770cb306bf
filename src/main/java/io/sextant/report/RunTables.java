package io.sextant.report;

import io.sextant.table.Frame;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadDistance;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import java.util.List;

/**
 * The tables of a run that its report shows.
 *
 * @param patterns the rows of {@code head_patterns}
 * @param scores the same rows as a frame
 * @param profiles the rows of {@code head_profile} as a frame
 * @param offsets the rows of {@code head_offsets}; may be empty
 * @param distances the rows of {@code head_distances}; may be empty
 * @param exemplars the rows of {@code exemplars}; may be empty
 * @param syntax the rows about syntax
 * @param catalogue the rows of {@code catalogue}, which has the titles of the run's keys; may be
 *     empty
 */
public record RunTables(
    List<HeadPattern> patterns,
    Frame scores,
    Frame profiles,
    List<HeadOffset> offsets,
    List<HeadDistance> distances,
    List<Exemplar> exemplars,
    SyntaxRows syntax,
    List<CatalogueRow> catalogue) {

  /**
   * Reads the tables of a run.
   *
   * @throws io.sextant.fault.BadInputException if the run has not ended, or a table that every run
   *     has is missing
   */
  public static RunTables read(RunDirectory run) {
    run.finished();
    List<HeadPattern> patterns = run.read(Table.HEAD_PATTERNS);
    return new RunTables(
        patterns,
        Frame.of(patterns),
        Frame.of(run.read(Table.HEAD_PROFILE)),
        run.readIfThere(Table.HEAD_OFFSETS),
        run.readIfThere(Table.HEAD_DISTANCES),
        run.readIfThere(Table.EXEMPLARS),
        SyntaxRows.read(run),
        run.readIfThere(Table.CATALOGUE));
  }
}
