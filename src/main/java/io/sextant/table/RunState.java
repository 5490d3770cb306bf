package io.sextant.table;

import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The state of a run's folder. A run moves through them in this order, and each change is written
 * before what it announces is done, so that a process may die anywhere:
 *
 * <pre>
 * ABSENT -> RESERVED -> RUNNING -> MERGING -> WRITING -> SUCCEEDED
 *                         |          |          |
 *                         +----------+----------+------> PARTIAL, FAILED -> RUNNING (--resume)
 *
 * any that has a manifest -> CLEARING -> RUNNING (--overwrite, or a run that measured nothing)
 * </pre>
 *
 * <p>The first two have no {@code run.json}; the others are its {@code status}. What is left of a
 * process that died is taken up thus: RESERVED is as good as ABSENT; RUNNING, MERGING and WRITING
 * are resumed from the committed chunks, whose merge and tables are made again; SUCCEEDED keeps
 * chunks that it was about to delete, which the next command deletes; CLEARING is cleared to its
 * end.
 */
public enum RunState {
  /** Nothing is there, or an empty folder. */
  ABSENT,
  /** A lease and drafts are there, and no manifest yet: nothing has been measured. */
  RESERVED,
  /** Chunks are being measured. */
  RUNNING,
  /** The committed chunks are being merged. */
  MERGING,
  /** Tables are being put in their places: those that are there may be of different moments. */
  WRITING,
  /** Every table is there, of all chunks or of as many as were asked for. */
  SUCCEEDED,
  /** It stopped early; {@code --resume} goes on. */
  PARTIAL,
  /** It cannot go on as it is; the message says why. */
  FAILED,
  /** An earlier run is being deleted: what is there is of no use. */
  CLEARING;

  /** The status in {@code run.json}. */
  public String status() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the run has ended in this state, and its tables belong together. */
  public boolean hasEnded() {
    return this == SUCCEEDED || this == PARTIAL || this == FAILED;
  }

  /** Whether the folder has a manifest in this state. */
  public boolean hasManifest() {
    return this != ABSENT && this != RESERVED;
  }

  /** Whether this state may follow another. */
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
   * The state that a manifest's status names.
   *
   * @throws BadInputException if it names none
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
