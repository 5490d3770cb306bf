package io.sextant.config;

/** Where the run is written. The keys of {@code sextant.output} in {@code reference.conf}. */
public record OutputSettings(String path, Existing existing, boolean keepChunks) {

  /** What to do with a run that is already there. */
  public enum Existing {
    REFUSE,
    OVERWRITE,
    RESUME
  }
}
