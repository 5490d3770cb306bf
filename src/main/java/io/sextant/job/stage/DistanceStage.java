package io.sextant.job.stage;

import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.executor.DistanceTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.run.Run;
import io.sextant.profile.DistanceSums;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Compares every head with every other on the pairs of the sample whose chunks have not run. The
 * chunks compare them on their own pairs, so nothing is left to do after a run to the end.
 */
final class DistanceStage {
  private static final String PURPOSE = "distances";

  private final JavaSparkContext context;
  private final Run run;

  DistanceStage(JavaSparkContext context, Run run) {
    this.context = context;
    this.run = run;
  }

  /** Returns the sample on which heads are compared. */
  static HashedSample sample(JavaRDD<InputRow> rows, Run run) {
    return HashedSample.of(rows, PURPOSE, run.settings().distances().pairs());
  }

  /**
   * Adds the distances over the pairs that no committed chunk holds.
   *
   * @param sums the sums of the committed chunks
   */
  void complete(DistanceSums sums, JavaRDD<InputRow> rows, SortedSet<Integer> committed) {
    int pairs = run.settings().distances().pairs();
    ChunkPlan plan = run.plan();
    if (pairs == 0 || committed.size() == plan.chunks()) {
      return;
    }
    context.setJobDescription("sextant: compare heads on the pairs that were not read");
    HashedSample sample = sample(rows, run);
    Set<Integer> done = Set.copyOf(committed);
    List<List<SentencePair>> parts =
        HashedSample.parts(
            rows.filter(row -> sample.contains(row) && !done.contains(plan.chunkOf(row))),
            PURPOSE,
            pairs);
    if (parts.isEmpty()) {
      return;
    }
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    try {
      context
          .parallelize(parts, parts.size())
          .map(new DistanceTask(settings))
          .collect()
          .forEach(sums::merge);
    } finally {
      settings.destroy();
    }
  }
}
