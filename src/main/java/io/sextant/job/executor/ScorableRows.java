package io.sextant.job.executor;

import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.profile.prediction.PredictionProfiler;
import io.sextant.text.PairEncoder;
import java.util.function.Predicate;
import org.apache.spark.broadcast.Broadcast;

/** Tests which pairs {@code predictive_mlm} can score: they are short and have words to score. */
public final class ScorableRows implements HashedSample.Fit {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final int maxTokens;

  /**
   * Creates the test.
   *
   * @param maxTokens the greatest number of tokens of a pair
   */
  public ScorableRows(Broadcast<TaskSettings> settings, int maxTokens) {
    this.settings = settings;
    this.maxTokens = maxTokens;
  }

  @Override
  public Predicate<InputRow> inTask() {
    PairEncoder encoder =
        LoadedModel.reading(settings.value(), () -> LoadedModel.of(settings.value()).encoder());
    return row ->
        encoder
            .encodeIfCut(row.pair())
            .filter(pair -> pair.size() <= maxTokens && PredictionProfiler.isScored(pair))
            .isPresent();
  }
}
