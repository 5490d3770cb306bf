package io.sextant.job;

import io.sextant.config.ProfileSettings;
import io.sextant.job.folder.RunLease;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest.Counts;

/** A run that has been planned: what its stages share. */
record Run(
    ProfileSettings settings,
    TaskSettings task,
    Census census,
    ChunkPlan plan,
    RunDirectory directory,
    ChunkStore store,
    RunRecord record,
    RunLease lease,
    Halt halt) {

  /** What can be said before the chunks are merged: no row counts as read. */
  Counts counts(int chunksDone) {
    return new Counts(census.rows(), 0, 0, census.rows(), 0, plan.chunks(), chunksDone);
  }
}
