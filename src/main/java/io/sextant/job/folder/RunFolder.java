package io.sextant.job.folder;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import io.sextant.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The contents of a run's folder.
 *
 * @param directory the folder
 * @param state the state of the run in it
 * @param manifest the manifest of that run; null if there is none
 * @param strangers the first few names, relative to the folder, of files that no run writes
 * @param measured whether there is a committed chunk or a table
 * @param staged whether the rows of the run are staged
 */
public record RunFolder(
    RunDirectory directory,
    RunState state,
    RunManifest manifest,
    List<String> strangers,
    boolean measured,
    boolean staged) {
  private static final int NAMED = 5;
  private static final Set<String> TABLES =
      Table.all().stream().map(Table::name).collect(Collectors.toSet());

  /**
   * Lists a folder and changes nothing.
   *
   * @throws BadInputException if there is a {@code run.json} that no run wrote
   */
  public static RunFolder look(RunDirectory directory) {
    List<String> strangers = new ArrayList<>();
    boolean measured = false;
    boolean staged = false;
    boolean reserved = false;
    boolean hasManifest = directory.isRun();
    try {
      for (FileStatus found : list(directory, directory.root())) {
        String name = found.getPath().getName();
        boolean reservation = RunFiles.isReservation(name);
        reserved |= reservation;
        // Without a manifest, only a reservation is known to belong to a run.
        if (!RunFiles.isOurs(found) || !(hasManifest || reservation)) {
          strangers.add(name);
        } else if (found.isDirectory()) {
          for (FileStatus inside : list(directory, found.getPath())) {
            boolean ours = RunFiles.isOurs(name, inside);
            measured |= ours && (name.equals(RunFiles.CHUNKS) || TABLES.contains(name));
            staged |=
                name.equals(RunFiles.ROWS) && inside.getPath().getName().equals(RunFiles.INDEX);
            if (!ours) {
              strangers.add(name + "/" + inside.getPath().getName());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + directory.root(), e);
    }
    RunManifest manifest = hasManifest ? directory.manifest() : null;
    RunState bare = reserved ? RunState.RESERVED : RunState.ABSENT;
    return new RunFolder(
        directory,
        manifest == null ? bare : manifest.state(),
        manifest,
        strangers.stream().sorted().limit(NAMED).toList(),
        measured,
        staged);
  }

  private static FileStatus[] list(RunDirectory directory, Path folder) throws IOException {
    try {
      return directory.files().listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /**
   * Returns whether a run may begin here without {@code --overwrite}, because the folder holds
   * nothing, or only a run that has measured nothing.
   */
  public boolean isFree() {
    return strangers.isEmpty()
        && (!state.hasManifest() || (!measured && state != RunState.SUCCEEDED));
  }

  /**
   * Refuses a folder that holds files which no run writes.
   *
   * @throws BadInputException if there are such files; the message names the first few
   */
  public void refuseStrangers() {
    if (state.hasManifest() && !strangers.isEmpty()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s holds files that no run writes (%s), so it is not overwritten: move them away, or choose another --output",
              directory.root(),
              String.join(", ", strangers)));
    }
    if (!state.hasManifest() && !strangers.isEmpty()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s is no run (it has no run.json) and holds %s, so it is not overwritten: choose another --output",
              directory.root(),
              String.join(", ", strangers)));
    }
  }

  /**
   * Deletes the run in the folder, if there is one, with its report, and nothing else. If the
   * process is killed meanwhile, the state {@link RunState#CLEARING} remains.
   *
   * @param fenced the folder, whose lease this process holds
   * @throws BadInputException if there are files that no run writes
   */
  public void clear(RunDirectory fenced) {
    refuseStrangers();
    if (!state.hasManifest()) {
      return;
    }
    fenced.mark(manifest, RunState.CLEARING);
    try {
      for (FileStatus found : list(fenced, fenced.root())) {
        String name = found.getPath().getName();
        boolean stays =
            RunFiles.isReservation(name)
                || name.equals(RunDirectory.MANIFEST)
                || !RunFiles.isOurs(found);
        if (!stays) {
          fenced.delete(found.getPath());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + fenced.root(), e);
    }
  }
}
