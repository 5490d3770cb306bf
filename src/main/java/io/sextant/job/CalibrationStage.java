package io.sextant.job;

import io.sextant.bert.BertConfig;
import io.sextant.profile.Calibration;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.Level;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures a sample of the pairs before all others. The sample, its parts and the order in which
 * they are merged depend on the input alone.
 */
final class CalibrationStage {
  private static final int PAIRS_A_TASK = 8;

  private final JavaSparkContext context;
  private final int pairs;
  private final BertConfig model;

  CalibrationStage(JavaSparkContext context, int pairs, BertConfig model) {
    this.context = context;
    this.pairs = pairs;
    this.model = model;
  }

  Map<Level, Calibration> run(JavaRDD<InputRow> rows, Broadcast<TaskSettings> settings) {
    context.setJobDescription("sextant: calibrate on " + pairs + " pairs");
    List<SentencePair> sample =
        rows.filter(row -> row.reason() == null).takeOrdered(pairs, new ByHash()).stream()
            .map(row -> row.id() == null ? row.withId(row.contentId()) : row)
            .map(InputRow::pair)
            .toList();
    List<List<SentencePair>> parts = new ArrayList<>();
    for (int from = 0; from < sample.size(); from += PAIRS_A_TASK) {
      int to = Math.min(sample.size(), from + PAIRS_A_TASK);
      parts.add(new ArrayList<>(sample.subList(from, to)));
    }
    CalibrationSums sums = CalibrationSums.empty(model, settings.value().levels());
    if (!parts.isEmpty()) {
      context
          .parallelize(parts, parts.size())
          .map(new CalibrationTask(settings))
          .collect()
          .forEach(sums::merge);
    }
    return sums.calibrations();
  }

  /** The order of the rows' hashes: the first so many are a random sample. */
  private static final class ByHash implements Comparator<InputRow>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(InputRow left, InputRow right) {
      int byHash = Arrays.compareUnsigned(hash(left), hash(right));
      return byHash != 0 ? byHash : InputRow.ORDER.compare(left, right);
    }

    private static byte[] hash(InputRow row) {
      return InputRow.sha256("calibration " + row.id() + "\0" + row.contentId());
    }
  }
}
