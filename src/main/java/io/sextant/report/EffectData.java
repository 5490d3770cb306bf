package io.sextant.report;

import io.sextant.math.Interval;
import io.sextant.report.page.Json;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Converts the tables of effects to the data that the report's scripts read. */
final class EffectData {
  private final EffectRows rows;
  private final RunManifest.Effects how;
  private final HeadGrid grid;

  /** Creates the data of a run that has measured effects. */
  EffectData(EffectRows rows, RunManifest.Effects how, HeadGrid grid) {
    this.rows = rows;
    this.how = how;
    this.grid = grid;
  }

  /**
   * All effects on one outcome.
   *
   * @param outcome what is measured of the model's output
   * @param pairs the number of sampled pairs
   * @param ablation what replaced the output of ablated heads
   * @param intact the outcome of the intact model; null if the outcome is a difference from it
   * @param heads the effect of each head, layer by layer
   */
  record Effects(
      String outcome,
      int pairs,
      String ablation,
      BigDecimal intact,
      Ablated[] heads,
      List<KnockedOut> patterns,
      List<Group> labels) {}

  /** The effect of the ablation of a head: a value, and its lower and upper bound. */
  record Ablated(BigDecimal[] effect, BigDecimal q, BigDecimal layerMean, int rank) {}

  /** The effects of a pattern's targets and controls in a head. */
  record KnockedOut(
      int head,
      String pattern,
      String part,
      boolean exhibits,
      BigDecimal[] knockout,
      BigDecimal[] control,
      BigDecimal[] difference,
      Explained explained) {}

  /** The false discovery rate of a difference, and how much of the head's effect it explains. */
  record Explained(BigDecimal q, BigDecimal[] part) {}

  /** The effect of all heads with a label, and the mean and deviation of the random sets'. */
  record Group(
      String pattern,
      String part,
      int heads,
      BigDecimal[] effect,
      BigDecimal randomMean,
      BigDecimal randomSd,
      int rank,
      int sets) {}

  /** Returns the effects on each outcome; heads are judged by the first. */
  List<Effects> all() {
    return how.outcomes().stream().map(this::of).toList();
  }

  private Effects of(String outcome) {
    List<HeadEffect> heads =
        rows.heads().stream().filter(row -> row.outcome().equals(outcome)).toList();
    Ablated[] ablated = new Ablated[grid.heads()];
    heads.forEach(row -> ablated[number(row.key())] = ablated(row));
    return new Effects(
        outcome,
        how.pairs(),
        how.ablation(),
        heads.isEmpty() ? null : Json.digits(heads.get(0).intact()),
        ablated,
        rows.patterns().stream()
            .filter(row -> row.outcome().equals(outcome))
            .map(this::knockedOut)
            .toList(),
        rows.labels().stream()
            .filter(row -> row.outcome().equals(outcome))
            .map(EffectData::group)
            .toList());
  }

  private int number(HeadKey key) {
    return grid.number(key.layer(), key.head());
  }

  private static Ablated ablated(HeadEffect row) {
    return new Ablated(
        digits(row.effect()), Json.digits(row.qValue()), Json.digits(row.layerMean()), row.rank());
  }

  private KnockedOut knockedOut(PatternEffect row) {
    return new KnockedOut(
        number(row.key()),
        row.pattern(),
        row.part(),
        row.exhibits(),
        digits(row.knockoutEffect()),
        digits(row.controlEffect()),
        digits(row.difference()),
        new Explained(Json.digits(row.qValue()), digits(row.explained())));
  }

  private static Group group(LabelEffect row) {
    return new Group(
        row.pattern(),
        row.part(),
        row.nHeads(),
        digits(row.effect()),
        Json.digits(row.randomMean()),
        Json.digits(row.randomSd()),
        row.rank(),
        row.randomSets());
  }

  private static BigDecimal[] digits(Interval interval) {
    return Stream.of(interval.value(), interval.low(), interval.high())
        .map(Json::digits)
        .toArray(BigDecimal[]::new);
  }
}
