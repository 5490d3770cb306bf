package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.config.SettingsLoader;
import io.sextant.export.RunTables;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.folder.RunFolder;
import io.sextant.job.folder.WholeTables;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands on one folder, killed at any operation on its files. Two runs, A and B, may be in it;
 * what a folder must then be is told by a small model of it, and in the end its tables have the
 * bytes of a run that nothing happened to.
 */
class FolderUnderFaultsTest extends SparkTest {
  /** Both of few chunks, so that a command takes a second. */
  private static final int PAIRS = 70;

  @TempDir static Path inputs;

  private static final Map<String, Map<String, String>> WHOLE = new HashMap<>();
  private static SparkSession spark;

  /** How many operations the last command took. */
  private long operations;

  @BeforeAll
  static void open() {
    spark = session(TWO_CORES);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("fs.file.impl", FaultyFiles.class.getName());
    hadoop.set("fs.file.impl.disable.cache", "true");
  }

  @AfterAll
  static void close() {
    FaultyFiles.revive();
    spark.stop();
  }

  @Test
  void aRunThatIsKilledAnywhereIsResumedToTheSameBytesAndNothingIsLeft() {
    killedAnywhere(12);
  }

  @Test
  @Tag("slow")
  void aRunThatIsKilledAtEachOfAHundredOperationsIsResumedToTheSameBytes() {
    killedAnywhere(100);
  }

  private void killedAnywhere(int kills) {
    for (long operation : points(operations("count", "A", "refuse"), kills)) {
      String output = "killed-" + operation;
      run(output, "A", "refuse", operation);
      assertThat(run(output, "A", "resume", Long.MAX_VALUE))
          .as("resumed after operation %d, from %s", operation, state(output))
          .isEqualTo(Outcome.SUCCEEDED);
      assertWhole(output, "A");
    }
  }

  @Test
  void anOverwriteThatIsKilledAnywhereNeverLeavesASuccessOverHalfTheTables() {
    overwrittenAnywhere(10);
  }

  @Test
  @Tag("slow")
  void anOverwriteThatIsKilledAtEachOfAHundredOperationsNeverLeavesHalfASuccess() {
    overwrittenAnywhere(100);
  }

  private void overwrittenAnywhere(int kills) {
    run("over", "A", "refuse", Long.MAX_VALUE);
    long operations = operations("over", "B", "overwrite");
    for (long operation : points(operations, kills)) {
      run("over", "A", "overwrite", Long.MAX_VALUE);
      run("over", "B", "overwrite", operation);
      assertHonest("over", "after operation " + operation);
      assertThat(run("over", "B", "overwrite", Long.MAX_VALUE)).isEqualTo(Outcome.SUCCEEDED);
      assertWhole("over", "B");
    }
  }

  @Test
  void anySequenceOfCommandsLeavesWhatTheModelSays() {
    sequences(3, 6);
  }

  @Test
  @Tag("slow")
  void manySequencesOfCommandsLeaveWhatTheModelSays() {
    sequences(40, 8);
  }

  private void sequences(int number, int length) {
    long operations = operations("sequence", "A", "refuse");
    for (int seed = 1; seed <= number; seed++) {
      Random random = new Random(seed);
      String output = "sequence-" + seed;
      List<String> told = new ArrayList<>(List.of("seed " + seed));
      for (int step = 0; step < length; step++) {
        step(random, output, operations, told);
      }
      String run = random.nextBoolean() ? "A" : "B";
      assertThat(run(output, run, "overwrite", Long.MAX_VALUE))
          .as(told.toString())
          .isEqualTo(Outcome.SUCCEEDED);
      assertWhole(output, run);
    }
  }

  /** One command, its outcome by the model, and what must hold of any folder. */
  private void step(Random random, String output, long operations, List<String> told) {
    if (random.nextInt(6) == 0) {
      export(output, told);
      return;
    }
    String run = random.nextBoolean() ? "A" : "B";
    String how = List.of("refuse", "resume", "resume", "overwrite").get(random.nextInt(4));
    boolean killed = random.nextInt(3) == 0;
    long operation = killed ? 1 + random.nextInt((int) operations) : Long.MAX_VALUE;
    Map<String, String> before = files(output);
    int most = random.nextInt(3) == 0 ? 1 : 0;
    Outcome expected = expected(output, run, how, most);
    told.add(
        how
            + " "
            + run
            + " "
            + most
            + (killed ? " killed after " + operation : "")
            + " on "
            + state(output));
    Outcome outcome = run(output, run, how, operation, most);
    told.add("-> " + outcome + ", " + state(output));
    if (outcome != Outcome.KILLED) {
      assertThat(outcome).as(told.toString()).isEqualTo(expected);
    }
    if (expected == Outcome.REFUSED && outcome == Outcome.REFUSED) {
      assertThat(kept(files(output))).as(told.toString()).isEqualTo(kept(before));
    }
    if (outcome == Outcome.SUCCEEDED) {
      assertWhole(output, run);
    }
    assertHonest(output, told.toString());
  }

  /**
   * What a command does with a folder, by its state and the run in it.
   *
   * @param most chunks that it may run; 0 for all
   */
  private Outcome expected(String output, String run, String how, int most) {
    String state = state(output);
    int left = run.equals("A") ? 3 : 2;
    boolean empty = !hasMeasured(output) && !state.equals("succeeded");
    if (!empty && !how.equals("overwrite")) {
      boolean same = state.equals("clearing") || runIn(output).equals(run);
      if (how.equals("refuse") || !same) {
        return Outcome.REFUSED;
      }
      if (state.equals("succeeded")) {
        return Outcome.SUCCEEDED;
      }
      left -= state.equals("clearing") ? 0 : chunks(output);
    }
    return most == 0 || left <= most ? Outcome.SUCCEEDED : Outcome.PARTIAL;
  }

  private int chunks(String output) {
    return (int)
        files(output).keySet().stream().filter(name -> name.startsWith("_chunks/chunk-")).count();
  }

  /** Without what holders of the lease leave when they die. */
  private static Map<String, String> kept(Map<String, String> files) {
    Map<String, String> kept = new TreeMap<>(files);
    kept.keySet().removeIf(name -> name.matches("\\.?_(lease|writing).*"));
    return kept;
  }

  private void export(String output, List<String> told) {
    boolean ended = List.of("succeeded", "partial", "failed").contains(state(output));
    boolean exported;
    try {
      new RunTables(directory(output));
      exported = true;
    } catch (BadInputException e) {
      exported = false;
    }
    told.add("export " + exported);
    if (exported) {
      assertThat(ended).as(told.toString()).isTrue();
    }
  }

  /** Success is said of whole tables only, and export takes no others. */
  private void assertHonest(String output, String when) {
    if (state(output).equals("succeeded")) {
      assertThat(WholeTables.faults(directory(output), directory(output).manifest()))
          .as(when)
          .isEmpty();
      assertThat(tables(output)).as(when).isEqualTo(whole(runIn(output)));
    }
  }

  private void assertWhole(String output, String run) {
    assertThat(tables(output)).isEqualTo(whole(run));
    assertThat(files(output).keySet())
        .as("what is left")
        .allMatch(name -> name.equals("run.json") || name.endsWith("/part-00000.zstd.parquet"));
    RunFolder folder = RunFolder.look(directory(output));
    assertThat(folder.state()).isEqualTo(RunState.SUCCEEDED);
  }

  /** The tables of a run that nothing happens to. */
  private Map<String, String> whole(String run) {
    return WHOLE.computeIfAbsent(
        run,
        absent -> {
          run("whole-" + run, run, "refuse", Long.MAX_VALUE);
          return tables("whole-" + run);
        });
  }

  private enum Outcome {
    SUCCEEDED,
    PARTIAL,
    REFUSED,
    KILLED
  }

  /** Runs a command that is killed at an operation, if it has so many. */
  private Outcome run(String output, String run, String how, long operation) {
    return run(output, run, how, operation, 0);
  }

  private Outcome run(String output, String run, String how, long operation, int most) {
    Map<String, Object> all = new HashMap<>();
    all.put("model", model().toString());
    all.put("input.paths", List.of(input(run).toString()));
    all.put("input.id", "id");
    all.put("output.path", folder.resolve(output).toString());
    all.put("output.existing", how);
    all.put("patterns", List.of("next"));
    all.put("distances.pairs", 0);
    all.put("exemplars.per-head", 0);
    all.put("cooccurrence.enabled", false);
    all.put("calibration.pairs", 4);
    all.put("max-chunks", most);
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    FaultyFiles.dieAfter(folder.resolve(output), operation);
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
      bury(output);
    }
  }

  /** A killed process holds no lease: the one in this process is made that of a dead one. */
  private void bury(String output) {
    Path lease = folder.resolve(output).resolve("_lease");
    try {
      if (Files.exists(lease)) {
        String pid = String.valueOf(ProcessHandle.current().pid());
        List<String> lines = new ArrayList<>(Files.readAllLines(lease));
        if (lines.size() == 5 && lines.get(3).equals(pid)) {
          lines.set(4, "1");
        } else {
          // Killed before it was written: as old as it has to be.
          Files.setLastModifiedTime(lease, java.nio.file.attribute.FileTime.fromMillis(0));
        }
        Files.writeString(lease, String.join("\n", lines));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many operations a command takes. */
  private long operations(String output, String run, String how) {
    run(output, run, how, Long.MAX_VALUE);
    return operations;
  }

  /** Numbers of operations at which to kill, over the whole of a command. */
  private static long[] points(long operations, int kills) {
    return LongStream.range(0, kills).map(i -> i * operations / kills).distinct().toArray();
  }

  private static Path input(String run) {
    Path file = inputs.resolve(run + ".tsv");
    List<String> lines = Corpus.lines(PAIRS);
    return Files.exists(file)
        ? file
        : Corpus.tsv(file, run.equals("A") ? lines : lines.subList(0, 40));
  }

  /** The status as anybody would read it, or that there is none. */
  private String state(String output) {
    Path manifest = folder.resolve(output).resolve("run.json");
    try {
      return Files.exists(manifest)
          ? Files.readString(manifest).replaceAll("(?s).*\"status\" : \"(\\w+)\".*", "$1")
          : "none";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String runIn(String output) {
    return directory(output).manifest().input().paths().get(0).endsWith("A.tsv") ? "A" : "B";
  }

  private boolean hasMeasured(String output) {
    return files(output).keySet().stream()
        .anyMatch(name -> name.startsWith("_chunks/") || name.endsWith(".parquet"));
  }

  /** The content of every file, by its name. */
  private Map<String, String> files(String output) {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(folder.resolve(output))) {
      try (Stream<Path> paths = Files.walk(folder.resolve(output))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.resolve(output).relativize(path).toString(),
              new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
