package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.MergeTree;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.chunk.Rejects;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.RowFold;
import io.sextant.job.stage.MergeStage;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.Tier;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
import io.sextant.table.RunDirectory;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the merge of chunks on two cores. The chunks are links to the state of a few pairs,
 * which is as large as that of any number of pairs.
 */
final class MergeCost {
  private static final int CHUNKS = 1024;

  /** The chunks of a billion pairs. */
  private static final int MANY = 244_141;

  private static final String RUN = "run";
  private static final ExemplarLimits LIMITS =
      new ExemplarLimits(
          JobDefaults.SETTINGS.exemplars().perHead(),
          JobDefaults.SETTINGS.exemplars().maxTokens(),
          JobDefaults.SETTINGS.exemplars().minQueries());

  private final BertModel bert;
  private final AttentionModel model;
  private final Path work;

  MergeCost(BertModel bert, AttentionModel model, Path work) {
    this.bert = bert;
    this.model = model;
    this.work = work;
  }

  /**
   * The measurements.
   *
   * @param wall wall seconds of the merge on two cores
   * @param processor processor milliseconds of a chunk
   * @param bytes the size of a chunk's file
   */
  record Result(int chunks, Median wall, Median processor, long bytes) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf(
          "  %,d chunks of %.1f MB: %.2f s on two cores, %.2f ms of a processor each%n",
          chunks, bytes / 1e6, wall.middle(), processor.middle());
      double seconds = processor.middle() / 1000 * MANY;
      out.printf(
          "  a billion pairs, %,d chunks, take %.0f processor seconds, a minute on %.0f cores%n",
          MANY, seconds, Math.ceil(seconds / 60));
    }
  }

  Result run(PairSet pairs, int rounds) throws IOException {
    Path folder = Files.createTempDirectory(work, "merge");
    ChunkStore store = new ChunkStore(RunDirectory.at(folder.toString(), new Configuration()), RUN);
    store.commit(0, new RowFold(pairs.pairs().size(), 0, 0), new Rejects(), states(pairs));
    Path original = folder.resolve(ChunkStore.FOLDER).resolve("chunk-000000");
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      Files.createLink(original.resolveSibling("chunk-%06d".formatted(chunk)), original);
    }
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.log.level", "WARN")
            .getOrCreate()) {
      MergeStage stage =
          new MergeStage(
              JavaSparkContext.fromSparkContext(spark.sparkContext()),
              settings(folder),
              bert.config(),
              CHUNKS);
      merge(stage, store);
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        long before = processorNanos();
        merge(stage, store);
        wall.add((System.nanoTime() - start) / 1e9);
        processor.add((processorNanos() - before) / 1e6 / CHUNKS);
      }
    }
    return new Result(CHUNKS, Median.of(wall), Median.of(processor), Files.size(original));
  }

  private static void merge(MergeStage stage, ChunkStore store) {
    MergedState merged = stage.run(store.committed());
    if (merged.chunks() != CHUNKS || MergeTree.parents(CHUNKS) == 1) {
      throw new IllegalStateException(merged.chunks() + " chunks were merged");
    }
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Returns what some pairs give; no words are related. */
  private ChunkStates states(PairSet pairs) {
    ChunkStates states = settings(work).emptyStates(bert.config());
    try (PairEncoder encoder = new PairEncoder(bert, bert.config().positions());
        AttentionRunner runner = model.newRunner(AttentionOutputs.NORMS)) {
      HeadProfiler profiler =
          new HeadProfiler(
              PairAnalysis.of(encoder::encode, encoded -> (word, other) -> Tier.NONE),
              runner,
              Calibration.flat(bert.config().layers() * bert.config().heads(), List.of(Unit.TOKEN)),
              JobDefaults.BATCH_TOKENS,
              LIMITS,
              (pair, reason, detail) -> {
                throw new IllegalStateException(pair.id() + " is rejected: " + detail);
              },
              states.profile());
      for (EncodedPair pair : pairs.pairs()) {
        profiler.add(pair.pair());
      }
      profiler.finish();
    }
    return states;
  }

  private static TaskSettings settings(Path folder) {
    return new TaskSettings(
        new TaskSettings.Target(RUN, RUN, null, folder.toString()),
        new TaskSettings.Checkpoint("none", "none", null, null),
        new TaskSettings.Engine(
            "onednn", "any", Precision.F32, 0, JobDefaults.BATCH_TOKENS, AttentionOutputs.NORMS),
        Language.ENGLISH,
        0,
        new TaskSettings.Measures(
            Patterns.all().stream().map(AttentionPattern::key).toList(),
            List.of(Unit.TOKEN),
            List.of(),
            false,
            0,
            0,
            JobDefaults.SETTINGS.grades()),
        LIMITS);
  }
}
