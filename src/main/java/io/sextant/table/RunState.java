package io.sextant.table;

import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The state of a run's folder. A run goes through the states in this order. Each change of state is
 * written before the work of the new state begins, so a process may be killed at any time:
 *
 * <pre>
 * ABSENT -> RESERVED -> RUNNING -> MERGING -> WRITING -> SUCCEEDED
 *                         |          |          |
 *                         +----------+----------+------> PARTIAL, FAILED -> RUNNING (--resume)
 *
 * any that has a manifest -> CLEARING -> RUNNING (--overwrite, or a run that measured nothing)
 * </pre>
 *
 * <p>The first two states have no {@code run.json}; the others are its {@code status}. After a
 * process was killed, a later command treats RESERVED like ABSENT. It resumes RUNNING, MERGING and
 * WRITING from the committed chunks, which are merged and written to tables again. In the state
 * SUCCEEDED it deletes chunks that were not deleted yet. In the state CLEARING it deletes the rest
 * of the run.
 */
public enum RunState {
  /** The folder does not exist or is empty. */
  ABSENT,
  /** There are a lease and drafts but no manifest yet, and nothing has been measured. */
  RESERVED,
  /** Chunks are being measured. */
  RUNNING,
  /** The committed chunks are being merged. */
  MERGING,
  /** Tables are being replaced, so the existing ones may be inconsistent with each other. */
  WRITING,
  /** All tables are complete, for all chunks or for as many as were requested. */
  SUCCEEDED,
  /** The run stopped early, and {@code --resume} continues it. */
  PARTIAL,
  /** The run cannot continue; the message says why. */
  FAILED,
  /** An earlier run is being deleted, and the rest of it cannot be used. */
  CLEARING;

  /** Returns the status in {@code run.json}. */
  public String status() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the run has ended, so that its tables are consistent. */
  public boolean hasEnded() {
    return this == SUCCEEDED || this == PARTIAL || this == FAILED;
  }

  /** Returns whether the folder has a manifest in this state. */
  public boolean hasManifest() {
    return this != ABSENT && this != RESERVED;
  }

  /** Returns whether this state may follow another. */
  public boolean mayFollow(RunState before) {
    return switch (this) {
      case ABSENT -> before == RESERVED;
      case RESERVED -> before == ABSENT;
      case RUNNING -> before != ABSENT;
      case MERGING -> before == RUNNING;
      case WRITING -> before == MERGING;
      case SUCCEEDED -> before == WRITING;
      case PARTIAL, FAILED -> before == RUNNING || before == MERGING || before == WRITING;
      case CLEARING -> before.hasManifest();
    };
  }

  /**
   * Returns the state that a manifest's status names.
   *
   * @throws BadInputException if there is no such state
   */
  public static RunState of(String status) {
    return Arrays.stream(values())
        .filter(state -> state.hasManifest() && state.status().equals(status))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "its status is '%s', not one of %s",
                        status,
                        Arrays.stream(values())
                            .filter(RunState::hasManifest)
                            .map(RunState::status)
                            .collect(Collectors.joining(", ")))));
  }
}
