package io.sextant.report.page;

import io.sextant.math.Interval;
import io.sextant.table.HeadGrid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scores of all heads for one relation, part of speech or coreference, as columns with a value
 * for each head.
 */
final class SyntaxColumns {
  private final Object[] n;
  private final Object[] score;
  private final Object[] low;
  private final Object[] high;
  private final Object[] baseline;
  private final Object[] name;
  private final Object[] lift;
  private final Object[] exhibits;

  SyntaxColumns(HeadGrid grid) {
    int heads = grid.heads();
    n = new Object[heads];
    score = new Object[heads];
    low = new Object[heads];
    high = new Object[heads];
    baseline = new Object[heads];
    name = new Object[heads];
    lift = new Object[heads];
    exhibits = new Object[heads];
  }

  /**
   * Stores the score of a head.
   *
   * @param count the number of words or mentions that it was scored on
   * @param value the score, 0 to 1
   * @param chance the score of the baseline, 0 to 1
   * @param chanceName what the baseline is
   */
  void set(int head, long count, Interval value, double chance, String chanceName) {
    n[head] = count;
    score[head] = Json.number(value.value());
    low[head] = Json.number(value.low());
    high[head] = Json.number(value.high());
    baseline[head] = Json.number(chance);
    name[head] = chanceName;
    lift[head] = chance > 0 ? Json.number(value.value() / chance) : null;
    exhibits[head] = value.low() > chance;
  }

  /** Returns the columns by the names that they have in {@code head_patterns}. */
  Map<String, Object> all() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("n", n);
    columns.put("score", score);
    columns.put("score_low", low);
    columns.put("score_high", high);
    columns.put("null_share", baseline);
    columns.put("null_name", name);
    columns.put("lift", lift);
    columns.put("exhibits", exhibits);
    return columns;
  }
}
