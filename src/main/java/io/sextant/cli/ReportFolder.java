package io.sextant.cli;

import io.sextant.table.DraftFolder;
import io.sextant.table.RemoteFolder;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes to the folder {@code report} of a run, on any file system. */
final class ReportFolder {
  private static final String NAME = "report";

  private ReportFolder() {}

  /**
   * Writes a report. If the run is on a local file system, it is written in place; otherwise it is
   * written to a temporary folder and copied.
   *
   * @param report writes the report's files into a local folder
   * @return the path or address of the page
   */
  static String write(RunDirectory run, Consumer<Path> report) {
    if (run.root().toUri().getScheme().equals("file")) {
      Path folder = Path.of(run.root().toUri().getPath(), NAME);
      report.accept(folder);
      return folder.resolve("index.html").toString();
    }
    try (DraftFolder work = DraftFolder.temporary()) {
      report.accept(work.path());
      RemoteFolder.put(work.path(), run.files(), run.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + run.resolve(NAME), e);
    }
    return run.resolve(NAME + "/index.html").toString();
  }
}
