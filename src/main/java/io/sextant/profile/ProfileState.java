package io.sextant.profile;

import io.sextant.bert.BertConfig;
import io.sextant.config.Thresholds;
import io.sextant.pattern.AttentionPattern;
import io.sextant.profile.exemplar.ExemplarCandidates;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.profile.relation.RelationRates;
import io.sextant.profile.relation.TokenCounts;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Unit;
import io.sextant.profile.statistic.HeadStats;
import io.sextant.table.row.RelationRate;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mergeable state of all profiled pairs: statistics, exemplar candidates, relation rates and
 * counts.
 */
public final class ProfileState {
  private final Map<Unit, HeadStats> stats = new EnumMap<>(Unit.class);
  private final ExemplarCandidates exemplars;
  private final RelationRates relationRates = new RelationRates();
  private final TokenCounts tokenCounts = new TokenCounts();
  private long profiled;
  private long truncated;

  private ProfileState(
      Layout layout, List<Unit> units, List<String> classes, int exemplarsPerHead) {
    units.forEach(unit -> stats.put(unit, new HeadStats(layout, classes)));
    exemplars = new ExemplarCandidates(layout.slots(), exemplarsPerHead);
  }

  /**
   * Returns the state of no pairs.
   *
   * @param units the units to measure, which must include {@link Unit#TOKEN}
   */
  public static ProfileState empty(
      BertConfig model, List<AttentionPattern> patterns, List<Unit> units, int exemplarsPerHead) {
    return empty(model, patterns, units, List.of(), exemplarsPerHead);
  }

  /**
   * Returns the state of no pairs.
   *
   * @param units the units to measure, which must include {@link Unit#TOKEN}
   * @param classes the labels of the model's task head, each of which has a stratum of the pairs
   *     that are predicted to be of its class; empty for no strata by class
   */
  public static ProfileState empty(
      BertConfig model,
      List<AttentionPattern> patterns,
      List<Unit> units,
      List<String> classes,
      int exemplarsPerHead) {
    return new ProfileState(
        new Layout(model.design().windows(), model.heads(), patterns),
        units,
        classes,
        exemplarsPerHead);
  }

  Layout layout() {
    return stats.get(Unit.TOKEN).layout();
  }

  /** Returns the units that are measured; {@link Unit#TOKEN} is the first. */
  public Set<Unit> units() {
    return stats.keySet();
  }

  HeadStats stats(Unit unit) {
    return stats.get(unit);
  }

  /** Returns whether the pairs are divided by the class that the model predicts. */
  boolean hasClasses() {
    return !stats.get(Unit.TOKEN).classes().isEmpty();
  }

  ExemplarCandidates exemplars() {
    return exemplars;
  }

  RelationRates relationRates() {
    return relationRates;
  }

  /** Returns the number of pairs profiled. */
  public long profiled() {
    return profiled;
  }

  /** Returns the number of profiled pairs that were truncated to the model's maximum length. */
  public long truncated() {
    return truncated;
  }

  /** Returns the token counts of the profiled pairs. */
  public TokenCounts tokenCounts() {
    return tokenCounts;
  }

  /**
   * Counts a pair.
   *
   * @param unknownId the id of the unknown token; negative if there is none
   */
  void count(EncodedPair pair, int unknownId) {
    profiled++;
    truncated += pair.truncated() > 0 ? 1 : 0;
    tokenCounts.add(pair, unknownId);
  }

  public void merge(ProfileState other) {
    stats.forEach((unit, of) -> of.merge(other.stats.get(unit)));
    exemplars.merge(other.exemplars);
    relationRates.merge(other.relationRates);
    tokenCounts.merge(other.tokenCounts);
    profiled += other.profiled;
    truncated += other.truncated;
  }

  public void write(DataOutput out) throws IOException {
    out.writeLong(profiled);
    out.writeLong(truncated);
    for (HeadStats of : stats.values()) {
      of.write(out);
    }
    exemplars.write(out);
    relationRates.write(out);
    tokenCounts.write(out);
  }

  /** Merges a state that {@link #write} wrote into this one. */
  public void mergeFrom(DataInput in) throws IOException {
    profiled += in.readLong();
    truncated += in.readLong();
    for (HeadStats of : stats.values()) {
      of.merge(HeadStats.read(in, of));
    }
    exemplars.read(in);
    relationRates.merge(RelationRates.read(in));
    tokenCounts.mergeFrom(in);
  }

  /** Returns the tables for the unit token. */
  public HeadTables tables(String runId, Thresholds thresholds) {
    return tables(Unit.TOKEN, runId, thresholds);
  }

  /** Returns the tables for one of the {@link #units}. */
  public HeadTables tables(Unit unit, String runId, Thresholds thresholds) {
    return new HeadTables(runId, unit, stats.get(unit), thresholds);
  }

  /** Returns the rows of {@code relation_rates}, ordered by class of words and tier. */
  public List<RelationRate> relationRates(String runId) {
    return relationRates.rows(runId);
  }

  /**
   * Returns the pairs to show for each pattern: the candidates of the heads that exhibit the
   * pattern, or, if no head does, the candidates of the head that comes nearest.
   */
  public List<ExemplarChoice> chooseExemplars(HeadTables tables) {
    return choose(tables, (head, part) -> tables.grade(head, part).exhibited());
  }

  /**
   * Returns the pairs that {@link #chooseExemplars} is likely to choose among when the pairs of
   * other chunks are known too: the candidates of all heads that come near to a pattern.
   */
  public List<ExemplarChoice> likelyExemplars(HeadTables tables) {
    return choose(tables, tables::comesNear);
  }

  private interface ShownHeads {
    boolean contains(int head, int part);
  }

  private List<ExemplarChoice> choose(HeadTables tables, ShownHeads shown) {
    Map<SentencePair, ExemplarChoice> choices = new LinkedHashMap<>();
    for (int part = 0; part < layout().parts().size() && !tables.isEmpty(); part++) {
      if (layout().parts().get(part).headline()) {
        for (int head : headsToShow(tables, part, shown)) {
          int slot = layout().slot(part, head);
          for (int rank = 0; rank < exemplars.of(slot).size(); rank++) {
            ExemplarCandidates.Candidate candidate = exemplars.of(slot).get(rank);
            choices
                .computeIfAbsent(
                    candidate.pair(), pair -> new ExemplarChoice(pair, new ArrayList<>()))
                .shows()
                .add(
                    new ExemplarChoice.Show(
                        layout().grid().layer(head),
                        layout().grid().head(head),
                        layout().parts().get(part).pattern().key(),
                        rank + 1,
                        candidate.score()));
          }
        }
      }
    }
    return List.copyOf(choices.values());
  }

  /** Returns the heads that are shown for a part; if there are none, the nearest one. */
  private List<Integer> headsToShow(HeadTables tables, int part, ShownHeads shown) {
    List<Integer> heads = new ArrayList<>();
    int nearest = 0;
    for (int head = 0; head < layout().heads(); head++) {
      if (shown.contains(head, part)) {
        heads.add(head);
      }
      if (tables.judgedShare(head, part) > tables.judgedShare(nearest, part)) {
        nearest = head;
      }
    }
    return heads.isEmpty() ? List.of(nearest) : heads;
  }
}
