package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.job.executor.ChunkTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.run.MergedChunks;
import io.sextant.job.run.Progress;
import io.sextant.job.run.ProgressDisplay;
import io.sextant.job.run.Run;
import io.sextant.job.run.StoppingSchedule;
import io.sextant.job.staged.StagedRows;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import java.io.PrintStream;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Runs the chunks that are not committed yet, each in one Spark task. If the run may stop early,
 * they run in waves, as {@link StoppingSchedule} divides them.
 */
public final class ChunkStage {
  private final JavaSparkContext context;
  private final Run run;
  private final BertConfig model;
  private final MergedChunks merged;
  private final ProgressDisplay display;
  private final PrintStream out;

  public ChunkStage(
      JavaSparkContext context,
      Run run,
      BertConfig model,
      MergedChunks merged,
      ProgressDisplay display,
      PrintStream out) {
    this.context = context;
    this.run = run;
    this.model = model;
    this.merged = merged;
    this.display = display;
    this.out = out;
  }

  /**
   * Runs the chunks.
   *
   * @param predictive the word pairs that predict each other by co-occurrence
   * @return the calibration by unit; empty if all chunks are committed, which then need none
   */
  public Map<Unit, Calibration> run(StagedRows rows, Cooccurrences predictive) {
    int[] wanted = wanted();
    if (wanted.length == 0) {
      return Map.of();
    }
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    Broadcast<Map<Unit, Calibration>> calibration = null;
    Broadcast<Cooccurrences> cooccurrences = context.broadcast(predictive);
    try {
      out.println("opening the model on every executor");
      long start = System.nanoTime();
      new ProbeStage(context).run(settings);
      run.record().took("probe", start);
      out.println("calibrating on " + run.settings().calibration().pairs() + " pairs");
      start = System.nanoTime();
      Map<Unit, Calibration> calibrations =
          new CalibrationStage(context, run.settings().calibration().pairs(), model)
              .run(rows.all(context), settings, true);
      calibration = context.broadcast(calibrations);
      run.record().took("calibration", start);
      start = System.nanoTime();
      HashedSample compared = DistanceStage.sample(rows.all(context), run.settings());
      runWaves(rows, wanted, new Shared(settings, calibration, cooccurrences, compared));
      run.record().took("chunks", start);
      return calibrations;
    } finally {
      if (calibration != null) {
        calibration.destroy();
      }
      cooccurrences.destroy();
      settings.destroy();
    }
  }

  /** What all tasks share; heads are compared on the pairs of a sample. */
  private record Shared(
      Broadcast<TaskSettings> settings,
      Broadcast<Map<Unit, Calibration>> calibration,
      Broadcast<Cooccurrences> cooccurrences,
      HashedSample compared) {}

  /** Runs the chunks in waves until the half-width is reached, or all at once if none is set. */
  private void runWaves(StagedRows rows, int[] wanted, Shared shared) {
    if (!run.settings().until().active()) {
      run(rows, wanted, shared);
      return;
    }
    for (int end : StoppingSchedule.ends(run.plan().chunks())) {
      SortedSet<Integer> committed = run.store().committed();
      if (!committed.isEmpty() && committed.last() >= end) {
        continue;
      }
      int[] wave = IntStream.of(wanted).filter(c -> c < end && !committed.contains(c)).toArray();
      run(rows, wave, shared);
      merged.take(run.store().committed());
      if (merged.state().chunks() < end || merged.isEnough()) {
        return;
      }
    }
  }

  private void run(StagedRows rows, int[] wanted, Shared shared) {
    if (wanted.length == 0) {
      return;
    }
    LongAccumulator counter = context.sc().longAccumulator("pairs");
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    String work = "profile " + wanted.length + " of " + run.plan().chunks() + " chunks";
    context.setJobDescription("sextant: " + work);
    out.println(work);
    try (Progress progress = new Progress(display, rows.count(wanted), counter)) {
      context.sc().addSparkListener(progress);
      rows.of(context, wanted)
          .mapPartitionsWithIndex(
              new ChunkTask(
                  shared.settings(),
                  shared.calibration(),
                  shared.cooccurrences(),
                  shared.compared(),
                  hadoop,
                  run.plan().keepsMaps(),
                  wanted,
                  counter),
              false)
          .collect();
      context.sc().removeSparkListener(progress);
      progress.complete();
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
