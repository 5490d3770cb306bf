package io.sextant.job.run;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkFile;
import io.sextant.job.row.RowFold;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Merges the committed chunks of a run one by one in ascending order. Only the merged state and one
 * chunk are in memory at a time.
 */
public final class MergedChunks {
  private final Run run;
  private final ProfileState state;
  private final SyntaxState syntax;
  private int next;
  private int chunks;
  private final RowFold rows = new RowFold();
  private long rejected;

  /** The half-width of the merged state; null if it is not computed yet. */
  private Double halfWidth;

  public MergedChunks(Run run, BertConfig model) {
    this.run = run;
    this.state = run.task().emptyState(model);
    this.syntax = new SyntaxState(model.layers(), model.heads());
  }

  /**
   * Merges the chunks after the last merged one.
   *
   * @throws IllegalStateException if the number of profiled and rejected rows is not that of all
   *     rows
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

  /** Returns the number of merged chunks. */
  public int chunks() {
    return chunks;
  }

  /** Returns the fingerprint of the merged chunks' rows. */
  public RowFold rows() {
    return rows;
  }

  public long rejected() {
    return rejected;
  }

  /**
   * Returns half the width of the widest interval among the patterns of {@code --until-patterns}.
   */
  double halfWidth() {
    if (halfWidth == null) {
      halfWidth =
          state
              .tables(run.task().runId(), run.settings().grades())
              .halfWidth(run.settings().until().patterns());
    }
    return halfWidth;
  }

  /** Returns whether the run was asked to stop at a half-width and has reached it. */
  public boolean isEnough() {
    return run.settings().until().active() && halfWidth() <= run.settings().until().halfWidth();
  }
}
