package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.config.SettingsLoader;
import io.sextant.job.executor.ModelCache;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model, input and output are on HDFS, with a name node and a data node in this process. */
class HdfsTest extends SparkTest {
  @TempDir static Path disks;

  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  @Test
  void aRunOnHdfsWritesTheBytesOfALocalOne() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(80));
    run(TWO_CORES, input, "local", Map.of("input.id", "id"));
    FileSystem hdfs = cluster.getFileSystem();
    hdfs.copyFromLocalFile(path(input), path("/in/in.tsv"));
    hdfs.copyFromLocalFile(path(model()), path("/models/tiny"));
    hdfs.delete(path("/run"), true);

    profile(Map.of("max-chunks", 2));
    assertThat(hdfs.exists(path("/run/_lease"))).isFalse();
    RunManifest run = profile(Map.of("output.existing", "resume"));
    assertThat(run.status()).isEqualTo("succeeded");
    assertThat(run.model().path()).isEqualTo(address("/models/tiny"));
    Path back = folder.resolve("back");
    hdfs.copyToLocalFile(false, path("/run"), path(back), true);
    assertThat(tables("back")).isEqualTo(tables("local"));
    try (Stream<Path> left = Files.list(back)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .contains("run.json")
          .noneMatch(name -> name.startsWith(".") || name.startsWith("_"));
    }
  }

  @Test
  void aModelIsCopiedOnceAMachineAndFoundByItsFingerprint() throws IOException {
    FileSystem hdfs = cluster.getFileSystem();
    hdfs.copyFromLocalFile(path(model()), path("/models/once"));
    Path cache = folder.resolve("cache");
    BertModel local = ModelLayouts.open(model());
    ModelCache first = new ModelCache(cache, hdfs.getConf());
    assertThat(first.open(address("/models/once")).fingerprint()).isEqualTo(local.fingerprint());
    hdfs.delete(path("/models/once"), true);
    ModelCache second = new ModelCache(cache, hdfs.getConf());
    BertModel again = second.open(address("/models/once"), local.fingerprint());
    assertThat(again.fingerprint()).isEqualTo(local.fingerprint());
    assertThat(again.name()).isEqualTo("once");
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).containsExactly(cache.resolve(local.fingerprint()));
    }
  }

  private RunManifest profile(Map<String, Object> flags) {
    Map<String, Object> all = new java.util.HashMap<>(flags);
    all.put("model", address("/models/tiny"));
    all.put("input.paths", List.of(address("/in/in.tsv")));
    all.put("input.id", "id");
    all.put("output.path", address("/run"));
    all.put("grades.min-pairs", 20);
    all.put("grades.min-queries", 20);
    SparkSession spark = session(TWO_CORES);
    try {
      PrintStream out =
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      return new ProfileJob(spark, SettingsLoader.load(null, all), out).run();
    } catch (io.sextant.fault.PartialRunException e) {
      return null;
    } finally {
      spark.stop();
    }
  }

  private static String address(String path) {
    try {
      return cluster.getFileSystem().getUri() + path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static org.apache.hadoop.fs.Path path(Object path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }
}
