package io.sextant.config;

/** How the model runs. The keys of {@code sextant.attention} in {@code reference.conf}. */
public record AttentionSettings(
    String backend, String precision, String isa, int maxPieces, int batchPieces, boolean norms) {

  public AttentionSettings {
    Range.atLeast(0, "max-pieces", maxPieces);
    Range.atLeast(1, "batch-pieces", batchPieces);
  }
}
