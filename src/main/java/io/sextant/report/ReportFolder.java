package io.sextant.report;

import io.sextant.table.DraftFolder;
import io.sextant.table.RemoteFolder;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** Writes the report of a run to its folder {@code report}, on any file system. */
public final class ReportFolder {
  private static final String NAME = "report";
  private static final String PAGE = "index.html";

  private ReportFolder() {}

  /**
   * A report that was written.
   *
   * @param page the path or address of its page
   * @param missing the scripts in its pictures that no font of this machine has
   */
  public record Written(String page, Set<String> missing) {}

  /**
   * Draws the pictures and the page of a run. If the run is on a local file system, they are
   * written in place; otherwise they are written to a temporary folder and copied.
   */
  public static Written write(RunDirectory run, Pictures pictures) {
    if (run.root().toUri().getScheme().equals("file")) {
      return write(run, Path.of(run.root().toUri().getPath(), NAME), pictures);
    }
    try (DraftFolder work = DraftFolder.temporary()) {
      Written report = write(run, work.path(), pictures);
      RemoteFolder.put(work.path(), run.files(), run.resolve(NAME));
      return new Written(run.resolve(NAME + "/" + PAGE).toString(), report.missing());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + run.resolve(NAME), e);
    }
  }

  /** Draws the pictures and the page of a run into a local folder. */
  public static Written write(RunDirectory run, Path folder, Pictures pictures) {
    Set<String> missing =
        Report.write(
            run.readableManifest(), RunTables.read(run), EffectRows.read(run), folder, pictures);
    return new Written(folder.resolve(PAGE).toString(), missing);
  }
}
