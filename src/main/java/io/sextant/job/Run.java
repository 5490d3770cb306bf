package io.sextant.job;

import io.sextant.config.ProfileSettings;
import io.sextant.table.RunDirectory;

/** A run that has been planned: what its stages share. */
record Run(
    ProfileSettings settings,
    TaskSettings task,
    Census census,
    ChunkPlan plan,
    RunDirectory directory,
    ChunkStore store,
    RunRecord record,
    Halt halt) {}
