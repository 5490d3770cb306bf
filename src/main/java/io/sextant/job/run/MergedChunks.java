package io.sextant.job.run;

import io.sextant.job.chunk.MergedState;
import io.sextant.profile.ProfileState;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Function;

/** The merged states of the committed chunks of a run. */
public final class MergedChunks {
  private final Run run;
  private final Function<SortedSet<Integer>, MergedState> merge;
  private MergedState merged;

  /** The half-width of the merged state; null if it is not computed yet. */
  private Double halfWidth;

  /**
   * Creates the states of no chunks.
   *
   * @param merge merges the given chunks
   */
  public MergedChunks(Run run, Function<SortedSet<Integer>, MergedState> merge) {
    this.run = run;
    this.merge = merge;
  }

  /**
   * Merges all the given chunks. If they are those that are merged already, nothing is done.
   *
   * @throws IllegalStateException if the number of profiled and rejected rows is not that of all
   *     rows
   */
  public void take(SortedSet<Integer> committed) {
    if (merged != null && merged.chunks() == committed.size()) {
      return;
    }
    halfWidth = null;
    run.halt().check();
    merged = merge.apply(committed);
    ProfileState state = merged.states().profile();
    if (state.profiled() + merged.rejected() != merged.rows().rows()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%d rows came in, %d were profiled and %d rejected",
              merged.rows().rows(),
              state.profiled(),
              merged.rejected()));
    }
  }

  /** Returns the merged state. {@link #take} must have been called. */
  public MergedState state() {
    return merged;
  }

  /**
   * Returns half the width of the widest interval among the patterns of {@code --until-patterns}.
   */
  double halfWidth() {
    if (halfWidth == null) {
      halfWidth =
          merged
              .states()
              .profile()
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
