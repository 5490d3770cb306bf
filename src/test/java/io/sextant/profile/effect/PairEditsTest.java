package io.sextant.profile.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.edit.HeadContexts;
import io.sextant.attention.edit.Knockout;
import io.sextant.bert.Window;
import io.sextant.linguistics.Tier;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.Pairs;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.profile.effect.EffectPlan.Label;
import io.sextant.profile.pair.Calibration;
import io.sextant.table.HeadGrid;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairEditsTest {
  private static final HeadGrid GRID = new HeadGrid(2, 2);

  private static final AnnotatedPair PAIR =
      new AnnotatedPair(Pairs.of("a b c d e", "f g h"), (word, other) -> Tier.NONE);

  /**
   * The control of [CLS] and of the first [SEP] is the same token of the first sentence; the second
   * [SEP] has one of the second sentence.
   */
  @Test
  void partsThatRemoveTheSameKeysOfAHeadShareAPass() {
    PairEdits edits = edits(test("cls", 1), test("first_sep", 1), test("second_sep", 1));
    assertThat(knockouts(edits)).hasSize(3 + 2).doesNotHaveDuplicates();
    double[] byEdit = IntStream.range(0, edits.edits().size()).asDoubleStream().toArray();
    double[] bySlot = edits.bySlot(byEdit);
    int cls = GRID.heads();
    int firstSep = cls + 3;
    assertThat(bySlot[cls + EffectPlan.CONTROLS]).isEqualTo(bySlot[firstSep + EffectPlan.CONTROLS]);
    assertThat(bySlot[cls + EffectPlan.MATCHED]).isEqualTo(bySlot[cls + EffectPlan.ALL]);
    assertThat(bySlot[cls]).isNotEqualTo(bySlot[firstSep]);
  }

  @Test
  void theSameKeysOfOtherHeadsAreOtherPasses() {
    assertThat(knockouts(edits(test("cls", 1), test("cls", 2)))).hasSize(2 + 2);
  }

  /** No word of the pair is related to another. */
  @Test
  void aPartWithoutEligibleQueriesHasNoPass() {
    PairEdits edits = edits(new HeadLabel(new Label("related_other", "content_words"), 1, true));
    assertThat(knockouts(edits)).isEmpty();
    assertThat(edits.edits()).hasSize(GRID.heads());
    assertThat(edits.bySlot(new double[GRID.heads()])[GRID.heads()]).isNaN();
  }

  private static HeadLabel test(String part, int head) {
    return new HeadLabel(new Label("delimiter", part), head, true);
  }

  private static List<Knockout> knockouts(PairEdits edits) {
    return edits.edits().stream()
        .filter(Knockout.class::isInstance)
        .map(Knockout.class::cast)
        .toList();
  }

  private static PairEdits edits(HeadLabel... tests) {
    return new PairEdits(
        new EffectPlan(GRID, List.of(tests), List.of()),
        PAIR,
        Calibration.flat(1),
        List.of(Window.FULL, Window.FULL),
        HeadContexts.zero(2, 4));
  }
}
