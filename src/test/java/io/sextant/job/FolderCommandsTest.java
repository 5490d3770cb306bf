package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.export.Destination;
import io.sextant.export.RunTables;
import io.sextant.fault.BadInputException;
import io.sextant.job.FaultyFolder.Outcome;
import io.sextant.report.Pictures;
import io.sextant.report.Report;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SparkSession;

/** After any sequence of commands, a folder is as {@link FolderModel} predicts. */
class FolderCommandsTest {
  private static final int ALIVE = -1;

  private static final Map<String, Map<String, String>> WHOLE = new HashMap<>();
  private static Path place;
  private static SparkSession spark;
  private static long operations;

  enum Verb {
    PROFILE,
    RESUME,
    OVERWRITE,
    REPORT,
    EXPORT
  }

  /**
   * A command.
   *
   * @param run the run that is profiled
   * @param killed the thousandth of its operations at which it is killed, or {@link #ALIVE}
   * @param most the greatest number of chunks to run; 0 for all
   */
  record Command(Verb verb, String run, int killed, int most) {}

  @BeforeContainer
  static void open() throws IOException {
    place = Files.createTempDirectory("sextant-commands");
    TinyCheckpoint.write(place.resolve("tiny"));
    spark = FaultyFolder.session();
    for (String run : FaultyFolder.CHUNKS.keySet()) {
      FaultyFolder whole = folder("whole-" + run);
      whole.profile(run, "refuse");
      operations = Math.max(operations, whole.operations());
      WHOLE.put(run, whole.tables());
    }
  }

  @AfterContainer
  static void close() throws IOException {
    FaultyFiles.revive();
    spark.stop();
    PathUtils.deleteDirectory(place);
  }

  @Property(tries = 4, seed = "4", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void someSequencesLeaveWhatTheModelSays(@ForAll("commands") List<Command> commands) {
    run(commands);
  }

  @Tag("slow")
  @Property(tries = 60, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void manySequencesLeaveWhatTheModelSays(@ForAll("commands") List<Command> commands) {
    run(commands);
  }

  @Provide
  Arbitrary<List<Command>> commands() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(2, Verb.PROFILE),
                Tuple.of(3, Verb.RESUME),
                Tuple.of(2, Verb.OVERWRITE),
                Tuple.of(2, Verb.REPORT),
                Tuple.of(2, Verb.EXPORT)),
            Arbitraries.frequency(Tuple.of(3, "A"), Tuple.of(2, "B")),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(ALIVE)),
                Tuple.of(1, Arbitraries.integers().between(0, 999))),
            Arbitraries.frequency(Tuple.of(2, 0), Tuple.of(1, 1)))
        .as(Command::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(8);
  }

  private static void run(List<Command> commands) {
    FaultyFolder folder = folder("run");
    Path exported = place.resolve("exported");
    FolderModel model = FolderModel.EMPTY;
    for (Command command : commands) {
      model =
          switch (command.verb()) {
            case PROFILE -> profile(folder, model, command, "refuse");
            case RESUME -> profile(folder, model, command, "resume");
            case OVERWRITE -> profile(folder, model, command, "overwrite");
            case REPORT -> report(folder, model, command);
            case EXPORT -> export(folder, model, exported);
          };
      assertThat(FolderModel.of(folder)).as(command.toString()).isEqualTo(model);
      if (model.stage() == FolderModel.Stage.SUCCEEDED) {
        assertThat(folder.tables()).isEqualTo(WHOLE.get(model.run()));
      }
    }
    assertThat(folder.profile("A", "overwrite")).isEqualTo(Outcome.SUCCEEDED);
    assertThat(folder.tables()).isEqualTo(WHOLE.get("A"));
    assertThat(folder.names())
        .as("what is left")
        .allMatch(name -> name.equals("run.json") || name.endsWith("/part-00000.zstd.parquet"));
    delete(folder.path());
    delete(exported);
  }

  private static FolderModel profile(
      FaultyFolder folder, FolderModel before, Command command, String how) {
    Map<String, String> files = folder.kept();
    long operation =
        command.killed() == ALIVE ? Long.MAX_VALUE : 1 + command.killed() * operations / 1000;
    Outcome outcome = folder.profile(command.run(), how, operation, command.most());
    if (outcome == Outcome.KILLED) {
      FolderModel left = FolderModel.of(folder);
      assertThat(left)
          .as("%s on %s", command, before)
          .matches(found -> found.mayFollow(before, command.run(), how));
      return left;
    }
    FolderModel.Result expected = before.profile(command.run(), how, command.most());
    assertThat(outcome).as("%s on %s", command, before).isEqualTo(expected.outcome());
    if (outcome == Outcome.REFUSED) {
      assertThat(folder.kept()).as("%s on %s", command, before).isEqualTo(files);
    }
    return expected.folder();
  }

  /** Writes a report. If it is killed, its drafts remain, and the next report deletes them. */
  private static FolderModel report(FaultyFolder folder, FolderModel before, Command command) {
    Path report = folder.path().resolve("report");
    if (command.killed() != ALIVE && before.hasTables()) {
      Corpus.write(report.resolve(".sextant-draft-1/next.svg"), "<svg");
      return before;
    }
    RunDirectory run = folder.directory();
    boolean drawn =
        isTaken(
            () ->
                Report.write(
                    run.manifest(),
                    io.sextant.report.RunTables.read(run),
                    io.sextant.report.EffectRows.NONE,
                    report,
                    Pictures.named(List.of("png"))));
    assertThat(drawn).as("report of %s", before).isEqualTo(before.hasTables());
    if (drawn) {
      assertThat(folder.names()).contains("report/index.html", "report/next.png");
      assertThat(folder.names()).noneMatch(name -> name.startsWith("report/."));
    }
    return before;
  }

  private static FolderModel export(FaultyFolder folder, FolderModel before, Path to) {
    RunDirectory run = folder.directory();
    boolean exported =
        isTaken(
            () -> {
              try (Destination csv = Destination.open("csv:" + to)) {
                csv.put(new RunTables(run));
              }
            });
    assertThat(exported).as("export of %s", before).isEqualTo(before.hasTables());
    if (exported) {
      RunManifest manifest = run.manifest();
      assertThat(to.resolve("runs/" + manifest.runId() + ".csv"))
          .content()
          .contains(manifest.runId(), manifest.status());
    }
    return before;
  }

  private static boolean isTaken(Runnable command) {
    try {
      command.run();
      return true;
    } catch (BadInputException e) {
      return false;
    }
  }

  private static FaultyFolder folder(String name) {
    return new FaultyFolder(spark, place.resolve("tiny"), place.resolve(name));
  }

  private static void delete(Path folder) {
    try {
      if (Files.exists(folder)) {
        PathUtils.deleteDirectory(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
