package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertConfig;
import io.sextant.config.SettingsLoader;
import io.sextant.job.ProfileJob;
import io.sextant.table.RunManifest;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What the job adds to the bare backend: {@code profile} on local[2] with every statistic of the
 * defaults, beside two bare tasks on the same pairs.
 */
final class JobCost {
  private final Path modelPath;
  private final AttentionModel model;
  private final BertConfig config;
  private final Path work;

  JobCost(Path modelPath, AttentionModel model, BertConfig config, Path work) {
    this.modelPath = modelPath;
    this.model = model;
    this.config = config;
    this.work = work;
  }

  /**
   * What was measured, in pairs a second.
   *
   * @param bare two tasks that only run the backend and the metrics of {@link MetricSink}
   * @param chunks the job's chunk stage: reading, tokenizing, attention, every statistic, commit
   * @param stages wall seconds of the job's stages, of the last round
   */
  record Result(Median bare, Median chunks, Median share, Map<String, Double> stages) {}

  Result run(PairSet set, int rounds) throws Exception {
    Path input = write(set);
    List<Double> bare = new ArrayList<>();
    List<Double> job = new ArrayList<>();
    List<Double> share = new ArrayList<>();
    Map<String, Double> stages = new LinkedHashMap<>();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.log.level", "WARN")
            .getOrCreate()) {
      profile(spark, input);
      bare(set);
      for (int round = 0; round < rounds; round++) {
        bare.add(bare(set));
        stages = profile(spark, input).stages();
        job.add(set.pairs().size() / stages.get("chunks"));
        share.add(job.get(round) / bare.get(round));
      }
    }
    return new Result(Median.of(bare), Median.of(job), Median.of(share), stages);
  }

  private double bare(PairSet set) throws Exception {
    int half = set.pairs().size() / 2;
    List<PairSet> halves =
        List.of(
            set.first(half),
            new PairSet(set.name(), set.pairs().subList(half, set.pairs().size())));
    List<Thread> tasks = new ArrayList<>();
    long start = System.nanoTime();
    for (PairSet part : halves) {
      Thread task =
          new Thread(
              () -> {
                try (Engine engine = new SextantEngine(model, config)) {
                  engine.run(part);
                }
              });
      tasks.add(task);
      task.start();
    }
    for (Thread task : tasks) {
      task.join();
    }
    return set.pairs().size() / ((System.nanoTime() - start) / 1e9);
  }

  private RunManifest profile(SparkSession spark, Path input) {
    Map<String, Object> settings =
        Map.of(
            "model", modelPath.toString(),
            "input.paths", List.of(input.toString()),
            "input.id", "id",
            "output.path", work.resolve("run").toString(),
            "output.existing", "overwrite",
            "attention.precision", model.precision());
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    return new ProfileJob(spark, SettingsLoader.load(null, settings), quiet).run();
  }

  private Path write(PairSet set) throws IOException {
    StringBuilder text = new StringBuilder("id\tsentence_a\tsentence_b\n");
    int id = 0;
    for (EncodedPair encoded : set.pairs()) {
      SentencePair pair = encoded.pair();
      text.append("pair-").append(id++).append('\t');
      text.append(pair.sentenceA()).append('\t').append(pair.sentenceB()).append('\n');
    }
    return Files.writeString(work.resolve("pairs.tsv"), text);
  }
}
