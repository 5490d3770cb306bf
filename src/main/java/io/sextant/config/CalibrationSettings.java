package io.sextant.config;

/**
 * The settings of the sample on which the null models are calibrated: the keys of {@code
 * sextant.calibration} in {@code reference.conf}.
 */
public record CalibrationSettings(int pairs) {

  public CalibrationSettings {
    Range.atLeast(1, "pairs", pairs);
  }
}
