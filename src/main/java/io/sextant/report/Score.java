package io.sextant.report;

import io.sextant.table.HeadPattern;
import java.util.Locale;

/**
 * The column that a pattern is judged by. What a head does by content is counted among the
 * attention it gives to content, for else a head that rests on [SEP] most of the time would seem to
 * do nothing; everything else is counted among all its attention. Words that the masked-LM head
 * says predict a word are no set of targets but a row of numbers: attention is held against it by
 * rank.
 */
public enum Score {
  SHARE("share of attention") {
    @Override
    public double value(HeadPattern row) {
      return row.share().value();
    }

    @Override
    public double low(HeadPattern row) {
      return row.share().low();
    }

    @Override
    public double high(HeadPattern row) {
      return row.share().high();
    }
  },
  SHARE_CONTENT("share of attention to content") {
    @Override
    public double value(HeadPattern row) {
      return row.shareContent().value();
    }

    @Override
    public double low(HeadPattern row) {
      return row.shareContent().low();
    }

    @Override
    public double high(HeadPattern row) {
      return row.shareContent().high();
    }
  },
  RANK_CORRELATION("rank correlation with what predicts the word") {
    @Override
    public double value(HeadPattern row) {
      return row.rankCorrelation().value();
    }

    @Override
    public double low(HeadPattern row) {
      return row.rankCorrelation().low();
    }

    @Override
    public double high(HeadPattern row) {
      return row.rankCorrelation().high();
    }
  };

  private final String label;

  Score(String label) {
    this.label = label;
  }

  /** The column that a pattern is judged by. */
  public static Score of(String pattern) {
    if (pattern.equals("predictive_mlm")) {
      return RANK_CORRELATION;
    }
    return pattern.startsWith("related") || pattern.startsWith("predictive")
        ? SHARE_CONTENT
        : SHARE;
  }

  /** The column's name in {@code head_patterns}. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is measured, in plain words. */
  String label() {
    return label;
  }

  /** The score, 0 to 1, a correlation -1 to 1; NaN if it was not measured. */
  public abstract double value(HeadPattern row);

  /** Lower bound of the score's 95 % confidence interval. */
  public abstract double low(HeadPattern row);

  /** Upper bound of the score's 95 % confidence interval. */
  public abstract double high(HeadPattern row);
}
