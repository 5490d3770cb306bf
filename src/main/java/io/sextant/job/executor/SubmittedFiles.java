package io.sextant.job.executor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.util.RunJar;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.Utils;

/**
 * Finds the files and archives that were submitted with the job, by name. Spark puts them into a
 * folder of every process. The exception is YARN's client mode, in which the driver runs outside
 * the containers and gets none; this class fetches them for such a driver as YARN does for a
 * container.
 */
final class SubmittedFiles {
  /** Spark's executor id of the driver. */
  private static final String DRIVER = "driver";

  private SubmittedFiles() {}

  /**
   * Returns the submitted file or folder of this name, or a path inside a submitted folder; empty
   * if none was submitted.
   */
  static Optional<Path> find(Path name) {
    Path found = Path.of(SparkFiles.get(name.toString()));
    SparkEnv here = SparkEnv.get();
    if (!Files.exists(found) && here.executorId().equals(DRIVER)) {
      fetch(
          name.getName(0).toString(),
          here.conf(),
          Path.of(SparkFiles.getRootDirectory()),
          SparkHadoopUtil.get().newConfiguration(here.conf()));
    }
    return Optional.of(found).filter(Files::exists);
  }

  /**
   * Fetches the file or archive that was submitted to YARN under a name into a folder. Does nothing
   * if none was.
   */
  static void fetch(String name, SparkConf settings, Path folder, Configuration hadoop) {
    for (String kind : new String[] {"archives", "files"}) {
      for (String entry : settings.get("spark.yarn.dist." + kind, "").split(",")) {
        URI address = Utils.resolveURI(entry.strip());
        if (!entry.isBlank() && name.equals(nameOf(address))) {
          fetch(address, folder.resolve(name), kind.equals("archives"), hadoop);
          return;
        }
      }
    }
  }

  private static String nameOf(URI address) {
    return address.getFragment() != null
        ? address.getFragment()
        : new File(address.getPath()).getName();
  }

  private static void fetch(URI address, Path target, boolean unpack, Configuration hadoop) {
    var source =
        new org.apache.hadoop.fs.Path(
            address.getScheme(), address.getAuthority(), address.getPath());
    try {
      Path work = Files.createTempDirectory(target.getParent(), ".submitted");
      try {
        Path copy = work.resolve(source.getName());
        source
            .getFileSystem(hadoop)
            .copyToLocalFile(false, source, new org.apache.hadoop.fs.Path(copy.toUri()), true);
        if (!unpack || !unpacked(copy.toFile(), target.toFile())) {
          Files.move(copy, target);
        }
      } finally {
        PathUtils.deleteDirectory(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + address + ", which was submitted", e);
    }
  }

  /** Unpacks an archive as YARN does; returns false if the file is of no kind that YARN unpacks. */
  private static boolean unpacked(File archive, File target) throws IOException {
    String name = archive.getName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jar")) {
      RunJar.unJar(archive, target, RunJar.MATCH_ANY);
    } else if (name.endsWith(".zip")) {
      FileUtil.unZip(archive, target);
    } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar")) {
      FileUtil.unTar(archive, target);
    } else {
      return false;
    }
    return true;
  }
}
