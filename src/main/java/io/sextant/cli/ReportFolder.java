package io.sextant.cli;

import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The folder {@code report} of a run, wherever the run lies. */
final class ReportFolder {
  private static final String NAME = "report";

  private ReportFolder() {}

  /**
   * Lets a report be written into the folder: in place on this machine, elsewhere by way of a
   * temporary folder.
   *
   * @param report writes its files into a folder of this machine
   * @return the path or address of the page
   */
  static String write(RunDirectory run, Consumer<Path> report) {
    if (run.root().toUri().getScheme().equals("file")) {
      Path folder = Path.of(run.root().toUri().getPath(), NAME);
      report.accept(folder);
      return folder.resolve("index.html").toString();
    }
    try {
      Path work = Files.createTempDirectory("sextant-report");
      try {
        report.accept(work);
        copy(work, run);
      } finally {
        PathUtils.deleteDirectory(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + run.resolve(NAME), e);
    }
    return run.resolve(NAME + "/index.html").toString();
  }

  private static void copy(Path work, RunDirectory run) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(work)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = NAME + "/" + work.relativize(file);
      try (OutputStream out = run.files().create(run.resolve(name), true)) {
        Files.copy(file, out);
      }
    }
  }
}
