package io.sextant.table.row;

/**
 * The key of a row of {@code head_patterns}: a part of a pattern, a head, the unit of queries and
 * keys, and the stratum of pairs.
 */
public record PatternKey(
    String runId, int layer, int head, String pattern, String part, String unit, String stratum) {

  /** Returns whether the row is over all pairs, between tokens. */
  public boolean isOverall() {
    return unit.equals("token") && stratum.equals("all");
  }

  /** Returns the same key in another run. */
  public PatternKey ofRun(String other) {
    return new PatternKey(other, layer, head, pattern, part, unit, stratum);
  }
}
