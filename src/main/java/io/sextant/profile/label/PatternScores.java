package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.profile.state.Unit;
import io.sextant.profile.statistic.StratumStats;
import io.sextant.table.RowBuilder;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.List;

/** Computes the rows of {@code head_patterns} from the statistics of one stratum. */
public final class PatternScores {
  private final String runId;
  private final Unit unit;
  private final String name;
  private final Layout layout;
  private final StratumStats sums;
  private final Judgement judgement;

  public PatternScores(
      String runId, Unit unit, String stratum, StratumStats sums, Thresholds thresholds) {
    this.runId = runId;
    this.unit = unit;
    this.name = stratum;
    this.layout = sums.layout();
    this.sums = sums;
    this.judgement = new Judgement(sums, thresholds);
  }

  /**
   * Returns the rows, ordered by layer, head, pattern and part. Parts without an eligible query in
   * any pair have no rows.
   */
  public List<HeadPattern> rows() {
    List<HeadPattern> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int part = 0; part < layout.parts().size(); part++) {
        if (sums.share.clusters(part) > 0) {
          rows.add(row(part, head));
        }
      }
    }
    return rows;
  }

  private HeadPattern row(int part, int head) {
    RowBuilder<HeadPattern> row = Table.HEAD_PATTERNS.row().set(key(part, head));
    sums.fill(part, head, row);
    judgement.fill(part, head, row);
    return row.build();
  }

  private PatternKey key(int part, int head) {
    Part of = layout.parts().get(part);
    return new PatternKey(
        runId,
        layout.grid().layer(head),
        layout.grid().head(head),
        of.pattern().key(),
        of.name(),
        unit.key(),
        name);
  }

  /** Returns the number of clusters of a part. */
  public long clusters(int part) {
    return sums.share.clusters(part);
  }

  public Judgement judgement() {
    return judgement;
  }
}
