package io.sextant.report;

import io.sextant.table.DraftFolder;
import io.sextant.table.RemoteFolder;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes the report of a run to its folder {@code report}, on any file system. */
public final class ReportFolder {
  private static final String NAME = "report";

  private ReportFolder() {}

  /**
   * Draws the pictures and the page of a run. If the run is on a local file system, it is written
   * in place; otherwise it is written to a temporary folder and copied.
   *
   * @return the path or address of the page
   */
  public static String write(RunDirectory run) {
    if (run.root().toUri().getScheme().equals("file")) {
      Path folder = Path.of(run.root().toUri().getPath(), NAME);
      write(run, folder);
      return folder.resolve("index.html").toString();
    }
    try (DraftFolder work = DraftFolder.temporary()) {
      write(run, work.path());
      RemoteFolder.put(work.path(), run.files(), run.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + run.resolve(NAME), e);
    }
    return run.resolve(NAME + "/index.html").toString();
  }

  /** Draws the pictures and the page of a run into a local folder. */
  public static void write(RunDirectory run, Path folder) {
    Report.write(run.readableManifest(), RunTables.read(run), folder);
  }
}
