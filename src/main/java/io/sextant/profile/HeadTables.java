package io.sextant.profile;

import io.sextant.config.Thresholds;
import io.sextant.math.Interval;
import io.sextant.profile.label.ClarkLabels;
import io.sextant.profile.label.Grade;
import io.sextant.profile.label.LabelTables;
import io.sextant.profile.label.PatternScores;
import io.sextant.profile.label.VoitaLabels;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.profile.state.Unit;
import io.sextant.profile.statistic.HeadStats;
import io.sextant.profile.statistic.Strata;
import io.sextant.profile.statistic.StratumStats;
import io.sextant.table.RowBuilder;
import io.sextant.table.Table;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.LabelSensitivity;
import io.sextant.table.row.LabelStability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Computes the rows of the tables from a state: scores with their intervals, grades and labels. The
 * state is not modified.
 */
public final class HeadTables {
  private final String runId;
  private final Unit unit;
  private final HeadStats stats;
  private final Layout layout;

  private final Thresholds thresholds;

  /** The names of the strata in the tables. */
  private final List<String> names;

  /** The statistics, indexed by the strata of the tables; null for a stratum without pairs. */
  private final StratumStats[] sums;

  /** The scores, indexed likewise. */
  private final PatternScores[] scores;

  HeadTables(String runId, Unit unit, HeadStats stats, Thresholds thresholds) {
    this.runId = runId;
    this.unit = unit;
    this.stats = stats;
    this.layout = stats.layout();
    this.thresholds = thresholds;
    this.names = new ArrayList<>(Strata.NAMES);
    Strata.ofClasses(stats.classes()).forEach(stratum -> names.add(stratum.key()));
    this.sums = new StratumStats[names.size()];
    this.scores = new PatternScores[names.size()];
    for (int i = 0; i < scores.length; i++) {
      int label = i - Strata.NAMES.size();
      int stratum = label < 0 ? i : Strata.predicted(label);
      sums[i] = stats.stratum(stratum);
      scores[i] = scores(names.get(i), stratum);
    }
  }

  private PatternScores scores(String name, int stratum) {
    StratumStats of = stats.stratum(stratum);
    return of == null ? null : new PatternScores(runId, unit, name, of, thresholds);
  }

  /**
   * Returns the rows of {@code head_patterns}, ordered by stratum, layer, head, pattern and part.
   */
  public List<HeadPattern> patterns() {
    List<HeadPattern> rows = new ArrayList<>();
    for (PatternScores stratum : scores) {
      if (stratum != null) {
        rows.addAll(stratum.rows());
      }
    }
    return rows;
  }

  /**
   * Returns the rows of {@code head_profile}, ordered by stratum, layer and head.
   *
   * @param map the coordinates of the heads by their attention between tokens, for the stratum of
   *     all pairs
   */
  public List<HeadProfile> profiles(HeadMap map) {
    List<HeadProfile> rows = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      for (int head = 0; scores[i] != null && head < layout.heads(); head++) {
        rows.add(profile(i, head, i == Strata.ALL && unit == Unit.TOKEN ? map : HeadMap.NONE));
      }
    }
    return rows;
  }

  /**
   * Returns the rows of {@code head_offsets}, ordered by layer, head, sentence (same or other) and
   * offset.
   */
  public List<HeadOffset> offsets() {
    List<HeadOffset> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int bin = 0; bin < OffsetSums.BINS; bin++) {
        long keys = stats.offsets().keys(head, bin);
        if (keys > 0) {
          rows.add(
              new HeadOffset(
                  runId,
                  layout.grid().layer(head),
                  layout.grid().head(head),
                  unit.key(),
                  OffsetSums.sameSentence(bin),
                  OffsetSums.offset(bin),
                  keys,
                  stats.offsets().mean(head, bin)));
        }
      }
    }
    return rows;
  }

  /** Returns the rows of {@code label_stability}, ordered by layer, head, pattern and part. */
  public List<LabelStability> stability() {
    return isEmpty()
        ? List.of()
        : labels()
            .stability(
                scores("first half", Strata.FIRST_HALF), scores("second half", Strata.SECOND_HALF));
  }

  /** Returns the rows of {@code label_sensitivity}, ordered by pattern, part, cut and factor. */
  public List<LabelSensitivity> sensitivity() {
    return isEmpty() ? List.of() : labels().sensitivity(thresholds);
  }

  private LabelTables labels() {
    return new LabelTables(runId, layout, scores[Strata.ALL]);
  }

  /**
   * Returns half the width of the widest 95 % interval of the shares that the given patterns are
   * judged by, over all heads and label parts, in the stratum of all pairs. Parts without an
   * eligible query and heads whose share is not measured are ignored. The result is infinite if no
   * interval is left, or if any of the other parts has fewer clusters than a grade needs, because
   * intervals over so few clusters are unreliable.
   *
   * @param patterns keys of patterns; an empty collection means all patterns
   */
  public double halfWidth(Collection<String> patterns) {
    double widest = -1;
    for (int p = 0; p < layout.parts().size() && !isEmpty(); p++) {
      Part part = layout.parts().get(p);
      boolean meant = patterns.isEmpty() || patterns.contains(part.pattern().key());
      if (part.label() && meant && scores[Strata.ALL].clusters(p) > 0) {
        if (scores[Strata.ALL].clusters(p) < Math.max(2, thresholds.minPairs())) {
          return Double.POSITIVE_INFINITY;
        }
        for (int head = 0; head < layout.heads(); head++) {
          Interval score = scores[Strata.ALL].judgement().score(p, head).interval().within(0, 1);
          double half = (score.high() - score.low()) / 2;
          widest = Double.isNaN(half) ? widest : Math.max(widest, half);
        }
      }
    }
    return widest < 0 ? Double.POSITIVE_INFINITY : widest;
  }

  /** Returns the grade of a head for a label part over all pairs. */
  Grade grade(int head, int part) {
    return scores[Strata.ALL].judgement().grade(part, head);
  }

  /** Returns the share that a label part is judged by, over all pairs. */
  double judgedShare(int head, int part) {
    return scores[Strata.ALL].judgement().score(part, head).value();
  }

  /** Returns whether a head comes near to a label part: by half the least share of a grade. */
  boolean comesNear(int head, int part) {
    return scores[Strata.ALL].judgement().comesNear(part, head);
  }

  /** Returns whether no pair has been profiled. */
  boolean isEmpty() {
    return scores[0] == null;
  }

  private HeadProfile profile(int stratum, int head, HeadMap map) {
    StratumStats of = sums[stratum];
    RowBuilder<HeadProfile> row =
        Table.HEAD_PROFILE
            .row()
            .set("run_id", runId)
            .set("layer", layout.grid().layer(head))
            .set("head", layout.grid().head(head))
            .set("unit", unit.key())
            .set("stratum", names.get(stratum))
            .set("map_x", map.x(head))
            .set("map_y", map.y(head))
            .set("primary_label", primaryLabel(scores[stratum], of, head))
            .set("clark_labels", ClarkLabels.of(of, head))
            .set("voita_labels", VoitaLabels.of(of, head));
    of.means.fill(head, row);
    for (String part : List.of("cls", "first_sep", "second_sep")) {
      row.set(part, share(of, "delimiter", part, head));
    }
    row.set("delimiter", share(of, "delimiter", "all", head));
    row.set("norm_delimiter", normDelimiter(of, head));
    row.set("noop_index", of.noOp.of(head));
    return row.build();
  }

  private static Interval share(StratumStats sums, String pattern, String name, int head) {
    int part = sums.layout().indexOf(pattern, name);
    return part < 0 ? Interval.NONE : sums.share.of(part, head).interval().within(0, 1);
  }

  private static Interval normDelimiter(StratumStats sums, int head) {
    int part = sums.layout().indexOf("delimiter", "all");
    return part < 0 ? Interval.NONE : sums.norms.of(part, head).interval().within(0, 1);
  }

  private static String primaryLabel(PatternScores stratum, StratumStats sums, int head) {
    Layout layout = sums.layout();
    String label = null;
    Grade best = Grade.NONE;
    double bestShare = 0;
    for (int p = 0; p < layout.parts().size(); p++) {
      Part part = layout.parts().get(p);
      if (!part.headline() || sums.share.clusters(p) == 0) {
        continue;
      }
      Grade grade = stratum.judgement().grade(p, head);
      double share = stratum.judgement().score(p, head).value();
      if (grade.exhibited()
          && (grade.compareTo(best) > 0 || (grade == best && share > bestShare))) {
        label = part.pattern().key();
        best = grade;
        bestShare = share;
      }
    }
    return label;
  }
}
