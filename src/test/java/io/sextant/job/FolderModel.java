package io.sextant.job;

import io.sextant.job.FaultyFolder.Outcome;

/**
 * What a run's folder is to the commands that use it, and what they make of it: the state machine
 * that {@code docs/running.md} tells of.
 *
 * @param run that is in it; null if there is none
 * @param chunks that are kept for {@code --resume}
 */
record FolderModel(Stage stage, String run, int chunks) {
  static final FolderModel EMPTY = new FolderModel(Stage.EMPTY, null, 0);

  enum Stage {
    /** Nothing, or a run that has measured nothing. */
    EMPTY,
    /** A run that ended early, with tables of the chunks that it has. */
    STOPPED,
    /** A run that was killed: what tables there are is of no use. */
    KILLED,
    SUCCEEDED,
    /** A run that was being deleted. */
    CLEARING
  }

  /** What a command says, and what it leaves. */
  record Result(Outcome outcome, FolderModel folder) {}

  /** What is in a folder, whoever was killed there. */
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
   * A command that is not killed.
   *
   * @param most chunks that it may run; 0 for all
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

  /** Whether a command that was killed may have left this, where this one was before. */
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

  /** Whether report and export take its tables. */
  boolean hasTables() {
    return stage == Stage.SUCCEEDED || stage == Stage.STOPPED;
  }
}
