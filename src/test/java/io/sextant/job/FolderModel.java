package io.sextant.job;

import io.sextant.job.FaultyFolder.Outcome;

/**
 * A model of a run's folder and of what commands do with it: the state machine that {@code
 * docs/running.md} describes.
 *
 * @param run the run in the folder; null if there is none
 * @param chunks the number of chunks that are kept for {@code --resume}
 */
record FolderModel(Stage stage, String run, int chunks) {
  static final FolderModel EMPTY = new FolderModel(Stage.EMPTY, null, 0);

  enum Stage {
    /** There is nothing, or a run that has measured nothing. */
    EMPTY,
    /** A run has ended early, with tables of the chunks that it has. */
    STOPPED,
    /** A run was killed, so its tables cannot be used. */
    KILLED,
    SUCCEEDED,
    /** A run was being deleted. */
    CLEARING
  }

  /** The outcome of a command, and the folder after it. */
  record Result(Outcome outcome, FolderModel folder) {}

  /** Returns the model of a folder's contents. */
  static FolderModel of(FaultyFolder folder) {
    String state = folder.state();
    if (!state.equals("succeeded") && !folder.hasMeasured()) {
      return EMPTY;
    }
    return switch (state) {
      case "succeeded" -> new FolderModel(Stage.SUCCEEDED, folder.run(), 0);
      case "clearing" -> new FolderModel(Stage.CLEARING, folder.run(), 0);
      case "partial" -> new FolderModel(Stage.STOPPED, folder.run(), folder.chunks());
      case "running", "merging", "writing" ->
          new FolderModel(Stage.KILLED, folder.run(), folder.chunks());
      default -> throw new IllegalStateException("a folder is " + state);
    };
  }

  /**
   * Returns the result of a command that is not killed.
   *
   * @param most the greatest number of chunks to run; 0 for all
   */
  Result profile(String wanted, String how, int most) {
    if (stage == Stage.EMPTY || how.equals("overwrite")) {
      return start(wanted, 0, most);
    }
    if (how.equals("refuse")) {
      return new Result(Outcome.REFUSED, this);
    }
    if (stage == Stage.CLEARING) {
      return start(wanted, 0, most);
    }
    if (!wanted.equals(run)) {
      return new Result(Outcome.REFUSED, this);
    }
    return stage == Stage.SUCCEEDED
        ? new Result(Outcome.SUCCEEDED, this)
        : start(run, chunks, most);
  }

  private static Result start(String run, int chunks, int most) {
    int all = FaultyFolder.CHUNKS.get(run);
    return most == 0 || chunks + most >= all
        ? new Result(Outcome.SUCCEEDED, new FolderModel(Stage.SUCCEEDED, run, 0))
        : new Result(Outcome.PARTIAL, new FolderModel(Stage.STOPPED, run, chunks + most));
  }

  /** Returns whether a killed command may have changed the folder {@code before} to this one. */
  boolean mayFollow(FolderModel before, String wanted, String how) {
    Result end = before.profile(wanted, how, 0);
    if (end.outcome() == Outcome.REFUSED || equals(before)) {
      return equals(before);
    }
    boolean anew = how.equals("overwrite") || before.stage == Stage.CLEARING;
    return switch (stage) {
      case EMPTY -> anew || before.stage == Stage.EMPTY;
      case CLEARING -> anew && before.stage != Stage.EMPTY;
      case SUCCEEDED -> wanted.equals(run);
      case STOPPED, KILLED -> wanted.equals(run) && (anew || chunks >= before.chunks);
    };
  }

  /** Returns whether report and export accept the tables. */
  boolean hasTables() {
    return stage == Stage.SUCCEEDED || stage == Stage.STOPPED;
  }
}
