package io.sextant.job;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Tells folders in which a run began and measured nothing: they may be replaced unasked. */
final class EmptyRun {
  private static final Set<String> WITHOUT_RESULT = Set.of("failed", "running");

  private EmptyRun() {}

  /**
   * Whether a folder holds nothing but a run's lock and temporaries, or also a manifest that says
   * that no chunk is done, and no chunk and no table.
   */
  static boolean is(RunDirectory directory) {
    String[] left =
        names(directory, directory.root())
            .filter(name -> !RunLock.FILE.contains(name) && !isTemporary(name))
            .toArray(String[]::new);
    if (left.length == 0) {
      return true;
    }
    boolean noTables =
        Arrays.stream(left)
            .allMatch(name -> name.equals("run.json") || name.equals(ChunkStore.FOLDER));
    return noTables
        && directory.isRun()
        && names(directory, directory.resolve(ChunkStore.FOLDER)).allMatch(EmptyRun::isTemporary)
        && hasNoResult(directory.manifest());
  }

  private static boolean hasNoResult(RunManifest manifest) {
    return WITHOUT_RESULT.contains(manifest.status()) && manifest.counts().chunksDone() == 0;
  }

  private static boolean isTemporary(String name) {
    return name.startsWith(".run.json.")
        || name.startsWith("._lock.")
        || name.startsWith(".chunk-");
  }

  private static Stream<String> names(RunDirectory directory, Path folder) {
    try {
      return Arrays.stream(directory.files().listStatus(folder))
          .map(FileStatus::getPath)
          .map(Path::getName);
    } catch (FileNotFoundException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + folder, e);
    }
  }
}
