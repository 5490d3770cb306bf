package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.export.Destination;
import io.sextant.export.RunTables;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.testing.kill.KillOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills commands (-9) right before the n-th operation on files, for n from the first to the last
 * operation. After the documented recovery, all files have the bytes of an undisturbed command, and
 * there are no other files.
 */
@Timeout(3600)
class KilledAtFilesIT extends SparkTest {
  private static final String TEMPORARY = "java.io.tmpdir";

  /** The number of pairs, which make two chunks. */
  private static final int PAIRS = 40;

  private static final int OTHER_PAIRS = 20;

  /** Settings that save time and do not change the operations on files. */
  private static final Map<String, Object> LEAN =
      Map.of(
          "input.id",
          "id",
          "patterns",
          List.of("next"),
          "distances.pairs",
          0,
          "exemplars.per-head",
          0,
          "cooccurrence.enabled",
          false,
          "calibration.pairs",
          4);

  private static SparkSession spark;
  private static String temporary;

  /** The commands, with the number of kills in every build and in the slow profile. */
  enum Verb {
    PROFILE(5, 50),
    OVERWRITE(4, 40),
    RESUME(4, 40),
    REPORT(3, 30),
    CSV(2, 20),
    DUCKDB(2, 20);

    final int few;
    final int many;

    Verb(int few, int many) {
      this.few = few;
      this.many = many;
    }

    boolean usesSpark() {
      return compareTo(RESUME) <= 0;
    }
  }

  @BeforeAll
  static void open() throws IOException {
    spark = session("local[1]");
    temporary = System.getProperty(TEMPORARY);
    System.setProperty(TEMPORARY, Files.createDirectories(models.resolve("tmp")).toString());
  }

  @AfterAll
  static void close() {
    System.setProperty(TEMPORARY, temporary);
    spark.stop();
  }

  @ParameterizedTest
  @EnumSource
  void aCommandThatIsKilledLosesNothingAndLeavesNothing(Verb verb) {
    kill(verb, verb.few);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void aCommandThatIsKilledAtManyOperationsLosesNothingAndLeavesNothing(Verb verb) {
    kill(verb, verb.many);
  }

  private void kill(Verb verb, int kills) {
    Path whole = prepare(verb, "whole");
    KillOrders none = new KillOrders(folder.resolve("none"), whole.toString());
    try (Child child = start(verb, whole, none)) {
      assertThat(child.exit()).as(child.said()).isZero();
    }
    Map<String, String> expected = files(whole);
    assertThat(expected.keySet()).as("hidden").noneMatch(name -> name.matches("(.*/)?[._].*"));
    for (long operation : points(none.counted(), kills)) {
      Path place = prepare(verb, "killed-" + operation);
      KillOrders orders =
          new KillOrders(folder.resolve("orders-" + operation), place.toString())
              .dieBefore(operation);
      try (Child child = start(verb, place, orders)) {
        assertThat(child.exit()).as(child.said()).isEqualTo(128 + 9);
        assertThat(orders.left()).isEmpty();
      }
      goOn(verb, place);
      String when = verb + " killed before operation " + operation;
      assertThat(files(place)).as(when).isEqualTo(expected);
      assertThat(drafts()).as(when).isEmpty();
      delete(place);
    }
  }

  /** Returns operations from the first to the last, evenly spaced. */
  private static long[] points(long operations, int kills) {
    assertThat(operations).as("operations").isGreaterThanOrEqualTo(kills);
    return LongStream.range(0, kills)
        .map(kill -> 1 + kill * (operations - 1) / (kills - 1))
        .toArray();
  }

  /**
   * Prepares what a command finds: a run that succeeded, a run that stopped half-way, or nothing.
   */
  private Path prepare(Verb verb, String name) {
    Path place = folder.resolve(name);
    try {
      Files.createDirectories(place);
      switch (verb) {
        case PROFILE -> {}
        case OVERWRITE -> copy("other", OTHER_PAIRS, 0, place);
        case RESUME -> copy("partial", PAIRS, 1, place);
        default -> copy("whole", PAIRS, 0, place);
      }
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String made, int pairs, int mostChunks, Path place) throws IOException {
    Path run = models.resolve(made);
    if (!Files.exists(run)) {
      Map<String, Object> flags = new HashMap<>(LEAN);
      flags.put("max-chunks", mostChunks);
      try {
        run(spark, input(pairs), run.toString(), flags);
      } catch (PartialRunException e) {
        assertThat(mostChunks).isPositive();
      }
    }
    PathUtils.copyDirectory(run, place.resolve("run"));
  }

  private Child start(Verb verb, Path place, KillOrders orders) {
    List<String> options = new ArrayList<>(Javas.LIGHT);
    options.add(orders.option());
    options.addAll(
        List.of(
            "-XX:-UsePerfData",
            "-D" + TEMPORARY + "=" + System.getProperty(TEMPORARY),
            "-Dspark.master=local[1]",
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-Dspark.driver.host=127.0.0.1"));
    return Child.start(
        folder.resolve("log"),
        Map.of(),
        Javas.sextant(options, arguments(verb, place).toArray(String[]::new)));
  }

  private static List<String> arguments(Verb verb, Path place) {
    String run = place.resolve("run").toString();
    return switch (verb) {
      case PROFILE -> profile(run);
      case OVERWRITE -> profile(run, "--overwrite");
      case RESUME -> profile(run, "--resume");
      case REPORT -> List.of("report", "--run", run);
      case CSV -> List.of("export", "--run", run, "--to", "csv:" + place.resolve("csv"));
      case DUCKDB -> List.of("export", "--run", run, "--to", "duckdb:" + place.resolve("duck"));
    };
  }

  private static List<String> profile(String run, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "profile",
                "--model",
                model().toString(),
                "--input",
                input(PAIRS).toString(),
                "--output",
                run,
                "--id",
                "id",
                "--patterns",
                "next",
                "--no-cooccurrence"));
    for (String set :
        List.of(
            "grades.min-pairs=20",
            "grades.min-queries=20",
            "distances.pairs=0",
            "exemplars.per-head=0",
            "calibration.pairs=4")) {
      arguments.addAll(List.of("--set", set));
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** Recovers as the documentation says. */
  private void goOn(Verb verb, Path place) {
    RunDirectory run = RunDirectory.at(place.resolve("run").toString(), new Configuration());
    if (verb.usesSpark()) {
      Map<String, Object> flags = new HashMap<>(LEAN);
      flags.put("output.existing", verb == Verb.OVERWRITE ? "overwrite" : "resume");
      run(spark, input(PAIRS), place.resolve("run").toString(), flags);
    } else if (verb == Verb.REPORT) {
      KillOrders none = new KillOrders(folder.resolve("again"), place.toString());
      try (Child child = start(verb, place, none)) {
        assertThat(child.exit()).as(child.said()).isZero();
      }
    } else {
      try (Destination to = Destination.open(arguments(verb, place).get(4))) {
        to.put(new RunTables(run));
      }
    }
  }

  private static Path input(int pairs) {
    return Corpus.tsv(models.resolve("in-" + pairs + ".tsv"), Corpus.lines(pairs));
  }

  /**
   * Returns the contents by name: the hash of each file, except of the record, which contains
   * times; and the rows of a database.
   */
  private Map<String, String> files(Path place) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(path -> !Files.isDirectory(path) || isEmpty(path)).toList()) {
        String name = place.relativize(file).toString();
        files.put(
            name,
            switch (file.getFileName().toString()) {
              case "run.json" -> "a record";
              case "duck" -> rows(file);
              default ->
                  Files.isDirectory(file)
                      ? "an empty folder"
                      : DigestUtils.sha256Hex(Files.readAllBytes(file));
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean isEmpty(Path folder) {
    String[] names = folder.toFile().list();
    return names == null || names.length == 0;
  }

  /** Returns the rows of all tables of a database, in their order. */
  private static String rows(Path database) {
    try {
      String attach = "attach '" + database + "' as d (read_only); ";
      StringBuilder rows = new StringBuilder();
      for (Table<?> table : Table.all()) {
        rows.append(
            duck(attach + "select t::varchar from d.main." + table.name() + " t order by 1"));
      }
      return rows.append(duck(attach + "select run_id from d.main.runs")).toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the drafts in the temporary directory. */
  private static List<String> drafts() {
    String[] names = new java.io.File(System.getProperty(TEMPORARY)).list();
    return Stream.of(names).filter(name -> name.startsWith(".sextant")).toList();
  }

  private static void delete(Path place) {
    try {
      PathUtils.deleteDirectory(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
