package io.sextant.profile.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.math.Interval;
import io.sextant.profile.effect.EffectPlan.Group;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.profile.effect.EffectPlan.Label;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the tables against effects that are made by a rule. */
class EffectTablesTest {
  private static final Label NEXT = new Label("next", "all");
  private static final HeadGrid GRID = new HeadGrid(2, 2);

  /** Head 1 follows a pattern, head 3 does nothing. The group is heads 0 and 1. */
  private static final EffectPlan PLAN =
      new EffectPlan(
          GRID,
          List.of(new HeadLabel(NEXT, 1, true), new HeadLabel(NEXT, 3, false)),
          List.of(new Group(NEXT, new int[] {0, 1}, RandomSets.of(GRID, new int[] {0, 1}, 20, 1))));

  private static final EffectTables TABLES =
      EffectTables.of("run", new EffectSample(PLAN, List.of("masked_lm_loss"), pairs(40)));

  private static List<PairEffects> pairs(int count) {
    Random random = new Random(5);
    List<PairEffects> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double size = 1 + random.nextDouble();
      double[] effects = new double[PLAN.slots()];
      effects[0] = .1 * size;
      effects[1] = size;
      effects[2] = -.05 * size;
      boolean eligible = i % 4 > 0;
      put(effects, PLAN.test(0), eligible ? .75 * size : Double.NaN);
      effects[PLAN.test(0) + EffectPlan.CONTROLS] = eligible ? .25 * size : Double.NaN;
      int group = PLAN.group(0);
      effects[group] = 1.1 * size;
      for (int set = 1; set <= EffectPlan.SETS; set++) {
        effects[group + set] = .01 * set * size;
      }
      pairs.add(new PairEffects(null, new double[] {2}, new double[][] {effects}));
    }
    return pairs;
  }

  private static void put(double[] effects, int test, double value) {
    effects[test + EffectPlan.ALL] = value;
    effects[test + EffectPlan.MATCHED] = value;
  }

  @Test
  void headsAreRankedAndComparedWithTheirLayer() {
    List<HeadEffect> heads = TABLES.heads();
    double size = heads.get(1).effect().value();
    assertThat(size).isBetween(1.3, 1.7);
    assertThat(heads).extracting(HeadEffect::rank).containsExactly(2, 1, 4, 3);
    assertThat(heads.get(0).layerMean()).isEqualTo(size);
    assertThat(heads.get(1).layerMean()).isCloseTo(.1 * size, within(1e-12));
    assertThat(heads.get(0).intact()).isEqualTo(2);
    assertThat(heads.get(1).qValue()).isLessThan(1e-9);
    assertThat(heads.get(2).qValue()).as("a head that does harm").isLessThan(1e-9);
  }

  @Test
  void aHeadThatDoesNothingHasTheIntervalZeroAndExplainsNothing() {
    assertThat(TABLES.heads().get(3).effect()).isEqualTo(new Interval(0, 0, 0));
    assertThat(TABLES.heads().get(3).qValue()).isEqualTo(1);
    PatternEffect nothing = TABLES.patterns().get(1);
    assertThat(nothing.knockoutEffect()).isEqualTo(new Interval(0, 0, 0));
    assertThat(nothing.difference()).isEqualTo(new Interval(0, 0, 0));
    assertThat(nothing.qValue()).isEqualTo(1);
    assertThat(nothing.explained()).isEqualTo(Interval.NONE);
  }

  @Test
  void aPatternExplainsItsPartOfTheHeadsEffectInTheSamePairs() {
    PatternEffect pattern = TABLES.patterns().get(0);
    assertThat(pattern.nPairs()).isEqualTo(30);
    assertThat(pattern.nControlled()).isEqualTo(30);
    assertThat(pattern.explained().value()).isCloseTo(.75, within(1e-12));
    assertThat(pattern.explained().low()).isCloseTo(.75, within(1e-9));
    assertThat(pattern.difference().value())
        .isCloseTo(
            pattern.knockoutEffect().value() - pattern.controlEffect().value(), within(1e-12));
    assertThat(pattern.difference().low()).isPositive();
    assertThat(pattern.exhibits()).isTrue();
  }

  @Test
  void aLabelIsComparedWithItsRandomSets() {
    LabelEffect label = TABLES.labels().get(0);
    double size = TABLES.heads().get(1).effect().value();
    assertThat(label.nHeads()).isEqualTo(2);
    assertThat(label.effect().value()).isCloseTo(1.1 * size, within(1e-12));
    assertThat(label.randomMean()).isCloseTo(.105 * size, within(1e-12));
    // The sample variance of 1 to 20 is 35.
    assertThat(label.randomSd()).isCloseTo(.01 * Math.sqrt(35) * size, within(1e-12));
    assertThat(label.rank()).isEqualTo(1);
    assertThat(label.difference().value()).isCloseTo(.995 * size, within(1e-12));
    assertThat(label.difference().low()).isPositive();
  }

  @Test
  void passesBeginInTheFirstLayerThatIsEdited() {
    // 1 intact; heads 1 + 1 + .5 + .5; three knock-outs of a head of each layer; 21 groups.
    assertThat(PLAN.passes()).isEqualTo(1 + 3 + 2 * 1.5 + 21);
    assertThat(Arrays.stream(new int[] {PLAN.test(0), PLAN.test(1), PLAN.group(0), PLAN.slots()}))
        .containsExactly(4, 7, 10, 31);
  }
}
