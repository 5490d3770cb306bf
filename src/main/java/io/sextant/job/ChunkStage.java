package io.sextant.job;

import io.sextant.bert.BertConfig;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.Calibration;
import java.io.PrintStream;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Runs the chunks that are not committed yet, one Spark task each. */
final class ChunkStage {
  private final JavaSparkContext context;
  private final Run run;
  private final BertConfig model;
  private final PrintStream out;

  ChunkStage(JavaSparkContext context, Run run, BertConfig model, PrintStream out) {
    this.context = context;
    this.run = run;
    this.model = model;
    this.out = out;
  }

  /**
   * Runs them.
   *
   * @param predictive which words predict each other
   */
  void run(JavaRDD<InputRow> rows, Cooccurrences predictive) {
    int[] wanted = wanted();
    if (wanted.length == 0) {
      return;
    }
    ChunkPlan plan = run.plan();
    boolean[] isWanted = new boolean[plan.chunks()];
    for (int chunk : wanted) {
      isWanted[chunk] = true;
    }
    LongAccumulator counter = context.sc().longAccumulator("pairs");
    long expected = run.census().rows() * wanted.length / plan.chunks();
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    long start = System.nanoTime();
    Broadcast<Calibration> calibration =
        context.broadcast(
            new CalibrationStage(context, run.settings().calibrationPairs(), model)
                .run(rows, settings));
    run.record().took("calibration", start);
    Broadcast<Cooccurrences> cooccurrences = context.broadcast(predictive);
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    context.setJobDescription(
        "sextant: profile " + wanted.length + " of " + plan.chunks() + " chunks");
    start = System.nanoTime();
    try (Progress progress = new Progress(out, expected, counter)) {
      context.sc().addSparkListener(progress);
      rows.mapToPair(row -> new Tuple2<>(plan.chunkOf(row), row))
          .filter(row -> isWanted[row._1()])
          .partitionBy(new ChunkPlan.ByChunk(plan.chunks(), wanted))
          .mapPartitionsWithIndex(
              new ChunkTask(settings, calibration, cooccurrences, hadoop, wanted, counter), false)
          .collect();
      context.sc().removeSparkListener(progress);
    } finally {
      run.record().took("chunks", start);
      cooccurrences.destroy();
      calibration.destroy();
      settings.destroy();
    }
  }

  private int[] wanted() {
    SortedSet<Integer> committed = run.store().committed();
    int most = run.settings().maxChunks();
    return IntStream.range(0, run.plan().chunks())
        .filter(chunk -> !committed.contains(chunk))
        .limit(most == 0 ? Integer.MAX_VALUE : most)
        .toArray();
  }
}
