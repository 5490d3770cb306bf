package io.sextant.job;

import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of one of two runs, A and B, whose commands can be killed at any operation on its
 * files, with methods that read its contents.
 */
final class FaultyFolder {
  /** The number of chunks of A and of B, which is small so that a command takes a second. */
  static final Map<String, Integer> CHUNKS = Map.of("A", 3, "B", 2);

  private static final Map<String, Integer> PAIRS = Map.of("A", 70, "B", 40);

  enum Outcome {
    SUCCEEDED,
    PARTIAL,
    REFUSED,
    KILLED
  }

  private final SparkSession spark;
  private final Path model;
  private final Path folder;
  private long operations;

  /** Creates an instance for a folder, which need not exist. */
  FaultyFolder(SparkSession spark, Path model, Path folder) {
    this.spark = spark;
    this.model = model;
    this.folder = folder;
  }

  /** Opens a session whose local file system is {@link FaultyFiles}. */
  static SparkSession session() {
    SparkSession spark = SparkTest.session(SparkTest.TWO_CORES);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("fs.file.impl", FaultyFiles.class.getName());
    hadoop.set("fs.file.impl.disable.cache", "true");
    return spark;
  }

  /** Profiles without being killed. */
  Outcome profile(String run, String how) {
    return profile(run, how, Long.MAX_VALUE, 0);
  }

  /**
   * Profiles and is killed at an operation, if there are so many operations.
   *
   * @param how the setting output.existing
   * @param most the greatest number of chunks to run; 0 for all
   */
  Outcome profile(String run, String how, long operation, int most) {
    Map<String, Object> all = new HashMap<>();
    all.put("model", model.toString());
    all.put("input.paths", List.of(input(run).toString()));
    all.put("input.id", "id");
    all.put("output.path", folder.toString());
    all.put("output.existing", how);
    all.put("patterns", List.of("next"));
    all.put("distances.pairs", 0);
    all.put("exemplars.per-head", 0);
    all.put("cooccurrence.enabled", false);
    all.put("calibration.pairs", 4);
    all.put("max-chunks", most);
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    FaultyFiles.dieAfter(folder, operation);
    try {
      new ProfileJob(spark, SettingsLoader.load(null, all), silent).run();
      return FaultyFiles.isDead() ? Outcome.KILLED : Outcome.SUCCEEDED;
    } catch (PartialRunException e) {
      return FaultyFiles.isDead() ? Outcome.KILLED : Outcome.PARTIAL;
    } catch (BadInputException e) {
      return FaultyFiles.isDead() ? Outcome.KILLED : Outcome.REFUSED;
    } catch (RuntimeException e) {
      if (!FaultyFiles.isDead()) {
        throw e;
      }
      return Outcome.KILLED;
    } finally {
      operations = FaultyFiles.revive();
      bury();
    }
  }

  /** Rewrites the lease, which this process holds, as that of a process that has ended. */
  private void bury() {
    Path lease = folder.resolve("_lease");
    try {
      if (Files.exists(lease)) {
        String pid = String.valueOf(ProcessHandle.current().pid());
        List<String> lines = new ArrayList<>(Files.readAllLines(lease));
        if (lines.size() == 5 && lines.get(3).equals(pid)) {
          lines.set(4, "1");
        } else {
          // The command was killed before it wrote the holder, so the lease is made old enough.
          Files.setLastModifiedTime(lease, FileTime.fromMillis(0));
        }
        Files.writeString(lease, String.join("\n", lines));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path input(String run) {
    Path file = folder.resolveSibling(run + ".tsv");
    return Files.exists(file) ? file : Corpus.tsv(file, Corpus.lines(PAIRS.get(run)));
  }

  /** Returns the number of operations of the last command. */
  long operations() {
    return operations;
  }

  /** Returns the text of run.json, or a text that says that there is none. */
  String manifest() {
    try {
      Path manifest = folder.resolve("run.json");
      return Files.exists(manifest) ? Files.readString(manifest) : "none";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the status, or a text that says that there is none. */
  String state() {
    return manifest().replaceAll("(?s).*\"status\" : \"(\\w+)\".*", "$1");
  }

  /** Returns which run is in the folder. */
  String run() {
    return directory().manifest().input().paths().get(0).endsWith("A.tsv") ? "A" : "B";
  }

  boolean hasMeasured() {
    return names().anyMatch(name -> name.startsWith("_chunks/") || name.endsWith(".parquet"));
  }

  int chunks() {
    return (int) names().filter(name -> name.startsWith("_chunks/chunk-")).count();
  }

  Stream<String> names() {
    return files().keySet().stream();
  }

  /** Returns the contents of the tables' files. */
  Map<String, String> tables() {
    return files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".parquet"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the content of every file by name, without files of the lease and drafts. */
  Map<String, String> kept() {
    Map<String, String> kept = files();
    kept.keySet().removeIf(name -> name.matches("\\.?_(lease|writing).*"));
    return kept;
  }

  /** Returns the content of every file by name. */
  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(path).toString(),
              Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  Path path() {
    return folder;
  }

  RunDirectory directory() {
    return RunDirectory.at(folder.toString(), new Configuration());
  }
}
