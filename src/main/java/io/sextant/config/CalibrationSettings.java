package io.sextant.config;

/**
 * What is measured first, for the null models. The keys of {@code sextant.calibration} in {@code
 * reference.conf}.
 */
public record CalibrationSettings(int pairs) {

  public CalibrationSettings {
    Range.atLeast(1, "pairs", pairs);
  }
}
