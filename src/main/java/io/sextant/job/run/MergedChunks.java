package io.sextant.job.run;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkFile;
import io.sextant.job.row.RowFold;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
import java.util.Locale;
import java.util.SortedSet;

/**
 * The committed chunks of a run, merged one after the other in ascending order. Holds one merged
 * state and one chunk at a time.
 */
public final class MergedChunks {
  private final Run run;
  private final ProfileState state;
  private final SyntaxState syntax;
  private int next;
  private int chunks;
  private final RowFold rows = new RowFold();
  private long rejected;

  /** The half-width of what is merged; null if it has to be found. */
  private Double halfWidth;

  public MergedChunks(Run run, BertConfig model) {
    this.run = run;
    this.state = run.task().emptyState(model);
    this.syntax = new SyntaxState(model.layers(), model.heads());
  }

  /**
   * Merges the chunks that come after those merged before.
   *
   * @throws IllegalStateException if rows were lost
   */
  public void take(SortedSet<Integer> committed) {
    halfWidth = null;
    for (int chunk : committed.tailSet(next)) {
      run.halt().check();
      ChunkFile.Contents contents = run.store().read(chunk, state, syntax);
      rows.add(contents.rows());
      rejected += contents.rejects().total();
      chunks++;
      next = chunk + 1;
    }
    if (state.profiled() + rejected != rows.rows()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%d rows came in, %d were profiled and %d rejected",
              rows.rows(),
              state.profiled(),
              rejected));
    }
  }

  public ProfileState state() {
    return state;
  }

  public SyntaxState syntax() {
    return syntax;
  }

  /** Number of chunks merged. */
  public int chunks() {
    return chunks;
  }

  /** Rows of the chunks merged. */
  public RowFold rows() {
    return rows;
  }

  public long rejected() {
    return rejected;
  }

  /** Half the width of the widest interval that the run is to narrow. */
  double halfWidth() {
    if (halfWidth == null) {
      halfWidth =
          state
              .tables(run.task().runId(), run.settings().grades())
              .halfWidth(run.settings().until().patterns());
    }
    return halfWidth;
  }

  /** Whether the run was asked to stop at a half-width, and has reached it. */
  public boolean isEnough() {
    return run.settings().until().active() && halfWidth() <= run.settings().until().halfWidth();
  }
}
