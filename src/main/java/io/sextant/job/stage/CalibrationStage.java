package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.job.executor.CalibrationTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures a {@link HashedSample} of the pairs, from which the nulls are calibrated before any
 * chunk runs.
 */
final class CalibrationStage {
  private final JavaSparkContext context;
  private final int pairs;
  private final BertConfig model;

  CalibrationStage(JavaSparkContext context, int pairs, BertConfig model) {
    this.context = context;
    this.pairs = pairs;
    this.model = model;
  }

  /**
   * Returns the calibration by unit.
   *
   * @param keeps whether the attention of the pairs is kept for the chunks
   */
  Map<Unit, Calibration> run(
      JavaRDD<InputRow> rows, Broadcast<TaskSettings> settings, boolean keeps) {
    context.setJobDescription("sextant: calibrate on " + pairs + " pairs");
    List<List<SentencePair>> parts = HashedSample.parts(rows, "calibration", pairs);
    CalibrationSums sums = CalibrationSums.empty(model, settings.value().measures().units());
    if (!parts.isEmpty()) {
      context
          .parallelize(parts, parts.size())
          .map(new CalibrationTask(settings, keeps))
          .collect()
          .forEach(sums::merge);
    }
    return sums.calibrations();
  }
}
