package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.job.FaultyFolder.Outcome;
import io.sextant.job.folder.RunFolder;
import io.sextant.job.folder.WholeTables;
import io.sextant.table.RunState;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills commands on a folder at any operation on its files. In the end the tables have the same
 * bytes as those of an undisturbed run.
 */
class FolderUnderFaultsTest extends SparkTest {
  private static final Map<String, Map<String, String>> WHOLE = new HashMap<>();
  private static SparkSession spark;

  @BeforeAll
  static void open() {
    spark = FaultyFolder.session();
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
    FaultyFolder count = at("count");
    count.profile("A", "refuse");
    for (long operation : points(count.operations(), kills)) {
      FaultyFolder killed = at("killed-" + operation);
      killed.profile("A", "refuse", operation, 0);
      assertThat(killed.profile("A", "resume"))
          .as("resumed after operation %d: %s", operation, killed.manifest())
          .isEqualTo(Outcome.SUCCEEDED);
      assertWhole(killed, "A");
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
    FaultyFolder over = at("over");
    over.profile("A", "refuse");
    over.profile("B", "overwrite");
    for (long operation : points(over.operations(), kills)) {
      over.profile("A", "overwrite");
      over.profile("B", "overwrite", operation, 0);
      assertHonest(over, "after operation " + operation);
      assertThat(over.profile("B", "overwrite")).isEqualTo(Outcome.SUCCEEDED);
      assertWhole(over, "B");
    }
  }

  /** Checks that the status is succeeded only if all tables are complete. */
  private void assertHonest(FaultyFolder folder, String when) {
    if (folder.state().equals("succeeded")) {
      assertThat(WholeTables.faults(folder.directory(), folder.directory().manifest()))
          .as(when)
          .isEmpty();
      assertThat(folder.tables()).as(when).isEqualTo(whole(folder.run()));
    }
  }

  private void assertWhole(FaultyFolder folder, String run) {
    assertThat(folder.tables()).isEqualTo(whole(run));
    assertThat(folder.names())
        .as("what is left")
        .allMatch(name -> name.equals("run.json") || name.endsWith("/part-00000.zstd.parquet"));
    assertThat(RunFolder.look(folder.directory()).state()).isEqualTo(RunState.SUCCEEDED);
  }

  /** Returns the tables of an undisturbed run. */
  private Map<String, String> whole(String run) {
    return WHOLE.computeIfAbsent(
        run,
        absent -> {
          FaultyFolder whole = at("whole-" + run);
          whole.profile(run, "refuse");
          return whole.tables();
        });
  }

  private FaultyFolder at(String output) {
    return new FaultyFolder(spark, model(), folder.resolve(output));
  }

  /** Returns the operations at which to kill, evenly spread over a command. */
  private static long[] points(long operations, int kills) {
    return LongStream.range(0, kills).map(i -> i * operations / kills).distinct().toArray();
  }
}
