package io.sextant.profile;

import io.sextant.table.HeadPattern;
import io.sextant.table.RowBuilder;

/**
 * The share of the attention to content: over all units, the attention of eligible queries to their
 * targets over their attention to content tokens, [CLS] and [SEP] left out. Where a head gives
 * content less than {@link #LEAST_COVERAGE} of its attention, the share means nothing and is not
 * measured.
 */
final class ContentShare extends HeadStatistic {
  static final String COLUMN = "share_content";
  static final double LEAST_COVERAGE = 0.05;

  private final PairedMoments moments;
  private final Share share;

  /**
   * Content shares of no pairs.
   *
   * @param share takes the same pairs
   */
  ContentShare(Layout layout, Share share) {
    this(new PairedMoments(layout), share);
  }

  private ContentShare(PairedMoments moments, Share share) {
    super(moments);
    this.moments = moments;
    this.share = share;
  }

  @Override
  void addUnit(int part, PairSums unit, int partOfUnit) {
    moments.add(part, unit.mass, unit.content, partOfUnit);
  }

  /** Mean attention of an eligible query to content tokens. */
  double coverage(int part, int head) {
    return moments.meanY(part, head) / share.meanQueries(part, head);
  }

  Ratio of(int part, int head) {
    return coverage(part, head) < LEAST_COVERAGE
        ? new Ratio(moments.units(part), Double.NaN, Double.NaN)
        : moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set(COLUMN, of(part, head).interval().within(0, 1));
    row.set("coverage", coverage(part, head));
  }
}
