package io.sextant.report;

import io.sextant.table.HeadPattern;
import java.util.Locale;

/** A head in the table of a pattern's strongest heads, its numbers as they are written. */
final class HeadRow {
  private static final double STRIP = 100;

  private final HeadPattern row;
  private final Score judgedBy;

  HeadRow(HeadPattern row, Score judgedBy) {
    this.row = row;
    this.judgedBy = judgedBy;
  }

  int layer() {
    return row.layer();
  }

  int head() {
    return row.head();
  }

  String score() {
    return Notation.exactShare(judgedBy.value(row));
  }

  String scoreInterval() {
    return Notation.interval(
        Notation.exactShare(judgedBy.low(row)), Notation.exactShare(judgedBy.high(row)));
  }

  /** The score, 0 to 1, as a length of 0 to 100; 0 if it was not measured. */
  String bar() {
    return place(judgedBy.value(row));
  }

  /** The null share as a length of 0 to 100. */
  String chance() {
    return place(row.nullShare());
  }

  String lift() {
    return Notation.exactLift(row.lift());
  }

  String liftInterval() {
    return Notation.interval(Notation.exactLift(row.liftLow()), Notation.exactLift(row.liftHigh()));
  }

  String top1() {
    return Notation.share(row.top1());
  }

  String shareClark() {
    return Notation.share(row.shareClark());
  }

  String consistency() {
    return Notation.share(row.consistency());
  }

  String q() {
    return Notation.q(row.qValue());
  }

  String grade() {
    return row.grade() == null ? Notation.NOT_MEASURED : row.grade();
  }

  private static String place(double share) {
    double place = Double.isNaN(share) ? 0 : STRIP * Math.max(0, Math.min(1, share));
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
