package io.sextant.config;

/** The settings of the output: the keys of {@code sextant.output} in {@code reference.conf}. */
public record OutputSettings(String path, Existing existing, boolean keepChunks) {

  /** What to do with a run that the output folder holds already. */
  public enum Existing {
    REFUSE,
    OVERWRITE,
    RESUME
  }
}
