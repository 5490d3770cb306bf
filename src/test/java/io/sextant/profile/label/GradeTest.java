package io.sextant.profile.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  private static final Thresholds THRESHOLDS =
      new Thresholds(
          200,
          1000,
          0.75,
          0.01,
          new Cuts(new Cut(0.5, 2, 0), new Cut(0.3, 2, 0), new Cut(0.1, 2, 0)),
          new Cuts(new Cut(0.6, 2, 0), new Cut(0.4, 2, 0), new Cut(0.25, 2, 0)),
          new Cuts(new Cut(0.4, 3, 0.8), new Cut(0.2, 2, 0.7), new Cut(0.05, 1.5, 0.6)));

  @ParameterizedTest
  @CsvSource({
    "POSITION, 200, 1000, .50, 2.0, NaN, .75, .0099, DOMINANT",
    "POSITION, 199, 1000, .50, 2.0, NaN, .75, .0099, INSUFFICIENT",
    "POSITION, 200, 999, .50, 2.0, NaN, .75, .0099, INSUFFICIENT",
    "POSITION, 200, 1000, .49, 2.0, NaN, .75, .0099, STRONG",
    "POSITION, 200, 1000, .29, 2.0, NaN, .75, .0099, PRESENT",
    "POSITION, 200, 1000, .09, 2.0, NaN, .75, .0099, NONE",
    "POSITION, 200, 1000, .50, 1.9, NaN, .75, .0099, NONE",
    "POSITION, 200, 1000, .50, 2.0, NaN, .74, .0099, NONE",
    "POSITION, 200, 1000, .50, 2.0, NaN, .75, .0100, NONE",
    "POSITION, 200, 1000, NaN, 2.0, NaN, .75, .0099, NONE",
    "POSITION, 200, 1000, .50, NaN, NaN, .75, .0099, NONE",
    "MARK, 200, 1000, .59, 2.0, NaN, .75, .0099, STRONG",
    "MARK, 200, 1000, .60, 2.0, NaN, .75, .0099, DOMINANT",
    "CONTENT, 200, 1000, .40, 2.9, .80, .75, .0099, STRONG",
    "CONTENT, 200, 1000, .40, 1.5, .80, .75, .0099, PRESENT",
    "CONTENT, 200, 1000, .40, 3.0, .80, .75, .0099, DOMINANT",
    "CONTENT, 200, 1000, .40, 3.0, .79, .75, .0099, STRONG",
    "CONTENT, 200, 1000, .40, 3.0, .59, .75, .0099, NONE",
    "CONTENT, 200, 1000, .40, 3.0, NaN, .75, .0099, NONE",
  })
  void allConditionsMustHold(
      Family family,
      long units,
      long queries,
      double shareLow,
      double liftLow,
      double auc,
      double consistency,
      double qValue,
      Grade expected) {
    assertThat(
            Grade.of(
                THRESHOLDS,
                new GradeInputs(
                    family, units, queries, shareLow, liftLow, auc, consistency, qValue)))
        .isEqualTo(expected);
  }
}
