package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_patterns}, the main table: one head's score for one part of one pattern. NaN
 * means "not measured" and is null in the file. The columns are described in {@code
 * schema/head_patterns.json}. Rows are built by column name, see {@code Table.row}.
 */
public record HeadPattern(
    PatternKey key,
    long nClusters,
    long nQueries,
    Interval share,
    double shareMacro,
    Interval shareContent,
    double coverage,
    Interval top1,
    double top1Null,
    double shareClark,
    Interval normShare,
    double nullShare,
    String nullName,
    Interval lift,
    double logLiftSe,
    double logLiftDf,
    double liftUniform,
    double liftOffset,
    double liftMatched,
    double liftSameIndex,
    Long matched,
    Long unmatched,
    Interval auc,
    Interval rankCorrelation,
    Interval consistency,
    double qValue,
    String grade,
    Interval score,
    double scoreSe,
    double scoreSimultaneousLow,
    double scoreSimultaneousHigh,
    double shareUntrained,
    double shareUntrainedGreatest,
    double excess,
    Long untrainedRank,
    String judgedBy,
    boolean exhibits,
    boolean headline) {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }

  public String pattern() {
    return key.pattern();
  }

  public String part() {
    return key.part();
  }

  public String unit() {
    return key.unit();
  }

  public String stratum() {
    return key.stratum();
  }
}
