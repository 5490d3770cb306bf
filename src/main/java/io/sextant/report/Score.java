package io.sextant.report;

import io.sextant.table.HeadPattern;

/**
 * The column that a pattern is judged by. What a head does by content is counted among the
 * attention it gives to content, for else a head that rests on [SEP] most of the time would seem to
 * do nothing; everything else is counted among all its attention.
 */
public enum Score {
  SHARE("share of attention") {
    @Override
    public double value(HeadPattern row) {
      return row.share();
    }

    @Override
    public double low(HeadPattern row) {
      return row.shareLow();
    }

    @Override
    public double high(HeadPattern row) {
      return row.shareHigh();
    }
  },
  SHARE_CONTENT("share of attention to content") {
    @Override
    public double value(HeadPattern row) {
      return row.shareContent();
    }

    @Override
    public double low(HeadPattern row) {
      return row.shareContentLow();
    }

    @Override
    public double high(HeadPattern row) {
      return row.shareContentHigh();
    }
  };

  private final String label;

  Score(String label) {
    this.label = label;
  }

  /** The column that a pattern is judged by. */
  public static Score of(String pattern) {
    return pattern.startsWith("related") || pattern.startsWith("predictive")
        ? SHARE_CONTENT
        : SHARE;
  }

  /** What is measured, in plain words. */
  String label() {
    return label;
  }

  /** The score, 0 to 1; NaN if it was not measured. */
  public abstract double value(HeadPattern row);

  /** Lower bound of the score's 95 % confidence interval. */
  public abstract double low(HeadPattern row);

  /** Upper bound of the score's 95 % confidence interval. */
  public abstract double high(HeadPattern row);
}
