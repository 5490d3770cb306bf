package io.sextant.job.run;

import io.sextant.config.ProfileSettings;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunLease;
import io.sextant.job.row.InputSummary;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest.Counts;

/** A planned run: the objects that its stages share. */
public record Run(
    ProfileSettings settings,
    TaskSettings task,
    InputSummary census,
    ChunkPlan plan,
    RunDirectory directory,
    RunRecord record,
    RunLease lease,
    Cancellation halt) {

  /** The chunks that are committed. */
  public ChunkStore store() {
    return new ChunkStore(directory, task.target().identity());
  }

  /** What can be said before the chunks are merged: no row counts as read. */
  public Counts counts(int chunksDone) {
    return new Counts(census.rows(), 0, 0, census.rows(), 0, plan.chunks(), chunksDone);
  }
}
