package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.job.executor.DistanceTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.run.Run;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.similarity.HeadDistances;
import io.sextant.text.SentencePair;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Compares every head with every other on a {@link HashedSample} of the pairs. */
final class DistanceStage {
  private final JavaSparkContext context;
  private final Run run;
  private final BertConfig model;

  DistanceStage(JavaSparkContext context, Run run, BertConfig model) {
    this.context = context;
    this.run = run;
    this.model = model;
  }

  HeadDistances run(JavaRDD<InputRow> rows) {
    int pairs = run.settings().distances().pairs();
    DistanceSums sums = DistanceSums.empty(model);
    if (pairs == 0) {
      return sums.distances();
    }
    context.setJobDescription("sextant: compare heads on " + pairs + " pairs");
    List<List<SentencePair>> parts = HashedSample.parts(rows, "distances", pairs);
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    try {
      if (!parts.isEmpty()) {
        context
            .parallelize(parts, parts.size())
            .map(new DistanceTask(settings))
            .collect()
            .forEach(sums::merge);
      }
    } finally {
      settings.destroy();
    }
    return sums.distances();
  }
}
