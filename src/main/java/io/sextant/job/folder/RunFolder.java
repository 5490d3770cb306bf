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
 * What was found in a run's folder.
 *
 * @param directory the folder
 * @param state of the run in it
 * @param manifest of that run; null if the state has none
 * @param strangers names, from the folder, of files that no run makes; the first few
 * @param measured whether a committed chunk or a table is there
 */
public record RunFolder(
    RunDirectory directory,
    RunState state,
    RunManifest manifest,
    List<String> strangers,
    boolean measured) {
  private static final int NAMED = 5;
  private static final Set<String> TABLES =
      Table.all().stream().map(Table::name).collect(Collectors.toSet());

  /**
   * Looks into a folder and changes nothing.
   *
   * @throws BadInputException if there is a {@code run.json} that no run wrote
   */
  public static RunFolder look(RunDirectory directory) {
    List<String> strangers = new ArrayList<>();
    boolean measured = false;
    boolean reserved = false;
    boolean hasManifest = directory.isRun();
    try {
      for (FileStatus found : list(directory, directory.root())) {
        String name = found.getPath().getName();
        boolean reservation = RunFiles.isReservation(name);
        reserved |= reservation;
        // Only a manifest says that the other files are a run's.
        if (!RunFiles.isOurs(found) || !(hasManifest || reservation)) {
          strangers.add(name);
        } else if (found.isDirectory()) {
          for (FileStatus inside : list(directory, found.getPath())) {
            boolean ours = RunFiles.isOurs(name, inside);
            measured |= ours && (name.equals(RunFiles.CHUNKS) || TABLES.contains(name));
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
        measured);
  }

  private static FileStatus[] list(RunDirectory directory, Path folder) throws IOException {
    try {
      return directory.files().listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /**
   * Whether a run may begin here without being told to overwrite: nothing is there, or a run that
   * has measured nothing.
   */
  public boolean isFree() {
    return strangers.isEmpty()
        && (!state.hasManifest() || (!measured && state != RunState.SUCCEEDED));
  }

  /**
   * Refuses a folder that holds files of others, which a run would lie among.
   *
   * @throws BadInputException naming them
   */
  public void refuseStrangers() {
    if (state.hasManifest() && !strangers.isEmpty()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s holds what no run makes (%s), so it is not overwritten: move that away, or choose another --output",
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
   * Deletes the run that is there, if any, its report included, and nothing else. A run that is
   * killed meanwhile leaves the state {@link RunState#CLEARING}.
   *
   * @param fenced the folder, whose lease is held
   * @throws BadInputException if there are files that no run makes
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
