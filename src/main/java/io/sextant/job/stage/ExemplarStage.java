package io.sextant.job.stage;

import io.sextant.job.executor.ExemplarTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.run.Run;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.table.row.Exemplar;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Fetches the maps of the chosen exemplars on the executors. */
final class ExemplarStage {
  private static final Comparator<Exemplar> ORDER =
      Comparator.comparing(Exemplar::pattern)
          .thenComparing(Exemplar::layer)
          .thenComparing(Exemplar::head)
          .thenComparing(Exemplar::rank);

  private final JavaSparkContext context;
  private final Run run;

  ExemplarStage(JavaSparkContext context, Run run) {
    this.context = context;
    this.run = run;
  }

  /** Returns the rows of {@code exemplars}, ordered by pattern, layer, head and rank. */
  List<Exemplar> run(List<ExemplarChoice> choices) {
    if (choices.isEmpty()) {
      return List.of();
    }
    context.setJobDescription("sextant: draw " + choices.size() + " exemplar pairs");
    List<ExemplarChoice> byChunk =
        choices.stream()
            .sorted(Comparator.comparing(choice -> run.plan().chunkOf(choice.pair())))
            .toList();
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    try {
      return context
          .parallelize(byChunk, Math.min(choices.size(), context.defaultParallelism()))
          .mapPartitions(
              new ExemplarTask(
                  settings,
                  run.plan(),
                  new SerializableConfiguration(context.hadoopConfiguration())))
          .collect()
          .stream()
          .sorted(ORDER)
          .toList();
    } finally {
      settings.destroy();
    }
  }
}
