package io.sextant.job.run;

import io.sextant.config.OutputSettings.Existing;
import io.sextant.config.ProfileSettings;
import io.sextant.config.UntilSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.folder.Places;
import io.sextant.job.folder.RunFolder;
import io.sextant.job.folder.WholeTables;
import io.sextant.job.staged.StagedRows;
import io.sextant.redaction.Secrets;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Decides what a run does with its output folder: refuse it, clear it, or resume the run in it. */
public final class Opening {
  /** The prefix of the settings of the input. */
  private static final String INPUT = "input.";

  private final ProfileSettings settings;
  private final RunDirectory directory;
  private final PrintStream out;

  public Opening(ProfileSettings settings, RunDirectory directory, PrintStream out) {
    this.settings = settings;
    this.directory = directory;
    this.out = out;
  }

  /**
   * Refuses a folder that must not be written to, before anything is changed.
   *
   * @throws BadInputException if the folder cannot be used; the message says why and what to do
   */
  public static void refuse(
      ProfileSettings settings, RunDirectory directory, Configuration hadoop) {
    Places places = new Places(directory.root().toString(), hadoop);
    places.refuse("model", settings.model());
    if (settings.input().pipeline() != null) {
      places.refuse("pipeline", settings.input().pipeline());
    }
    if (!settings.input().namesTable() && !settings.input().namesDataset()) {
      settings.input().paths().forEach(places::refuseInput);
    }
    RunFolder folder = RunFolder.look(directory);
    if (folder.isFree()) {
      return;
    }
    Existing existing = settings.output().existing();
    if (existing == Existing.REFUSE) {
      throw new BadInputException(
          folder.state() == RunState.CLEARING
              ? directory.root()
                  + " holds the remains of a run that was being overwritten: --overwrite it"
              : directory.root()
                  + " exists: choose another --output, or --resume or --overwrite it");
    }
    if (existing == Existing.RESUME && !folder.state().hasManifest()) {
      throw new BadInputException(directory.root() + " is not a run directory: it has no run.json");
    }
    if (goesOn(folder, existing)) {
      directory.readableManifest();
    }
    if (existing == Existing.OVERWRITE) {
      folder.refuseStrangers();
    }
  }

  /**
   * Returns the manifest of the run to resume; null if a new run begins.
   *
   * @throws BadInputException if the folder has changed since {@link #refuse}
   */
  public RunManifest before() {
    RunFolder folder = RunFolder.look(directory);
    return goesOn(folder, settings.output().existing()) ? directory.readableManifest() : null;
  }

  private static boolean goesOn(RunFolder folder, Existing existing) {
    return existing == Existing.RESUME
        && (!folder.isFree() || folder.staged())
        && folder.state().hasManifest()
        && folder.state() != RunState.CLEARING;
  }

  /**
   * Returns the staged rows of the run to resume, which stand for its input if the same input is
   * named; null if the input must be read. The options of the input are compared, and its files are
   * not looked at.
   *
   * @param before the result of {@link #before}
   */
  public StagedRows staged(RunManifest before) {
    // Two Datasets of one name need not have the same rows.
    return before == null || settings.input().namesDataset() || !namesInputOf(before)
        ? null
        : StagedRows.find(
            directory, RunIdentity.ofChunks(before.runId(), before.input().placement()));
  }

  /** Returns whether the settings of the input are those that a run was started with. */
  private boolean namesInputOf(RunManifest before) {
    Map<String, Object> now = Secrets.hide(settings.effective());
    return now.keySet().stream()
        .filter(key -> key.startsWith(INPUT))
        .allMatch(
            key ->
                String.valueOf(now.get(key))
                    .equals(String.valueOf(before.configuration().get(key))));
  }

  /**
   * Returns whether the run that a folder resumes needs no input, because its rows are staged.
   *
   * @throws BadInputException if the folder holds a run that cannot be read
   */
  public static boolean needsNoInput(ProfileSettings settings, RunDirectory directory) {
    Opening opening = new Opening(settings, directory, System.out);
    return opening.staged(opening.before()) != null;
  }

  /**
   * Clears the folder for a new run, or checks that a resumed run is the one in the folder.
   *
   * @param before the result of {@link #before}
   * @return whether there is anything left to do
   */
  public boolean begin(Run run, RunManifest before) {
    if (before == null) {
      RunFolder folder = RunFolder.look(directory);
      if (!folder.isFree() && settings.output().existing() == Existing.REFUSE) {
        throw new BadInputException(directory.root() + " has been used meanwhile: --resume it");
      }
      folder.clear(run.directory());
      return true;
    }
    RunIdentity.check(before, run.record().manifest(), directory.root().toString());
    run.record().resume(before);
    if (before.state() != RunState.SUCCEEDED || !isAll(run, before)) {
      return true;
    }
    List<String> faults = WholeTables.faults(directory, before);
    if (!faults.isEmpty()) {
      out.println(directory.root() + " is measured again: " + String.join(", ", faults));
      return true;
    }
    // The earlier process may have been killed before it deleted the rows and the chunks.
    StagedRows.delete(run.directory());
    if (Boolean.FALSE.equals(before.configuration().get("output.keep-chunks"))) {
      run.store().deleteAll();
    }
    out.println(directory.root() + " is complete, nothing is left to do");
    return false;
  }

  /**
   * Returns whether nothing is left to measure in a run that has succeeded. A run that stopped
   * early at its half-width has more to measure if it is resumed with a smaller one.
   */
  private boolean isAll(Run run, RunManifest before) {
    UntilSettings until = settings.until();
    boolean narrow =
        until.active() && before.halfWidth() != null && before.halfWidth() <= until.halfWidth();
    if (before.counts().chunksDone() == before.counts().chunks() || narrow) {
      return true;
    }
    if (run.store().committed().isEmpty()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s stopped early and has not kept its chunks: --overwrite it, with --keep-chunks to be able to resume it later",
              directory.root()));
    }
    return false;
  }
}
