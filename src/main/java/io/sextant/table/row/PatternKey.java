package io.sextant.table.row;

/**
 * What a row of {@code head_patterns} is about: a part of a pattern, one head, the unit of queries
 * and keys, and the stratum of pairs.
 */
public record PatternKey(
    String runId, int layer, int head, String pattern, String part, String unit, String stratum) {

  /** The same of another run. */
  public PatternKey ofRun(String other) {
    return new PatternKey(other, layer, head, pattern, part, unit, stratum);
  }
}
