package io.sextant.job.stage;

import io.sextant.config.ProfileSettings;
import io.sextant.job.executor.DistanceTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.run.Run;
import io.sextant.job.staged.StagedRows;
import io.sextant.profile.DistanceSums;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Compares every head with every other on the pairs of the sample whose chunks have not run. The
 * chunks compare them on their own pairs, so nothing is left to do after a run to the end.
 */
public final class DistanceStage {
  private static final String PURPOSE = "distances";

  private final JavaSparkContext context;
  private final Run run;

  DistanceStage(JavaSparkContext context, Run run) {
    this.context = context;
    this.run = run;
  }

  /** Returns the sample on which heads are compared. */
  public static HashedSample sample(JavaRDD<InputRow> rows, ProfileSettings settings) {
    return HashedSample.of(rows, PURPOSE, settings.distances().pairs());
  }

  /**
   * Adds the distances over the pairs that no committed chunk holds.
   *
   * @param sums the sums of the committed chunks
   */
  void complete(DistanceSums sums, StagedRows rows, SortedSet<Integer> committed) {
    int pairs = run.settings().distances().pairs();
    int chunks = run.plan().chunks();
    if (pairs == 0 || committed.size() == chunks) {
      return;
    }
    context.setJobDescription("sextant: compare heads on the pairs that were not read");
    HashedSample sample = sample(rows.all(context), run.settings());
    int[] unread = IntStream.range(0, chunks).filter(chunk -> !committed.contains(chunk)).toArray();
    List<List<SentencePair>> parts =
        HashedSample.parts(rows.of(context, unread).filter(sample::contains), PURPOSE, pairs);
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
