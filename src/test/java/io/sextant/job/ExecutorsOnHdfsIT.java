package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.testing.kill.KillOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * If executors are killed (-9) while they commit a chunk to HDFS, the tables have the same bytes as
 * on this machine, and no drafts remain.
 */
@Timeout(900)
class ExecutorsOnHdfsIT extends SparkTest {
  /** The number of pairs, which make five chunks. */
  private static final int PAIRS = 160;

  @TempDir static Path machine;

  private static MiniDFSCluster hdfs;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration disks = new Configuration();
    disks.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, machine.resolve("hdfs").toString());
    hdfs = new MiniDFSCluster.Builder(disks).numDataNodes(1).build();
    hdfs.waitActive();
    cluster = new StandaloneCluster(machine);
  }

  @AfterAll
  static void stop() {
    cluster.close();
    hdfs.shutdown();
  }

  @Test
  void executorsKilledWhileTheyCommitLoseNothingAndLeaveNothing() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    run("local[1]", input, "home", Map.of("input.id", "id"));
    // They are killed with half a draft, a whole draft, and a chunk that the driver does not know.
    KillOrders orders =
        new KillOrders(machine.resolve("orders"), "/run")
            .dieBeforeFirst("close")
            .dieBeforeFirst("rename")
            .dieBeforeFirst("delete");
    try (SparkSession spark = session(orders)) {
      Map<String, Object> flags = Map.of("input.id", "id", "output.path", hdfs.getURI() + "/run");
      assertThat(run(spark, input, "run", flags).status()).isEqualTo("succeeded");
    }
    assertThat(orders.left()).as("executors that live").isEmpty();
    hdfs.getFileSystem()
        .copyToLocalFile(
            false,
            new org.apache.hadoop.fs.Path("/run"),
            new org.apache.hadoop.fs.Path(folder.resolve("run").toUri()),
            true);
    assertThat(tables("run")).isEqualTo(tables("home"));
    try (Stream<Path> left = Files.list(folder.resolve("run"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".") || name.startsWith("_"));
    }
  }

  /** Opens Spark with its driver here, and two executors with orders. */
  private static SparkSession session(KillOrders orders) {
    String options = orders.option() + " " + String.join(" ", Javas.LIGHT);
    return SparkSession.builder()
        .master(cluster.address())
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.cores.max", 2)
        .config("spark.executor.cores", 1)
        .config("spark.executor.memory", "1g")
        .config("spark.executor.extraClassPath", Javas.classPath())
        .config("spark.executor.extraJavaOptions", options)
        .config("spark.executorEnv.OMP_NUM_THREADS", "1")
        .config("spark.locality.wait", "0s")
        .getOrCreate();
  }
}
