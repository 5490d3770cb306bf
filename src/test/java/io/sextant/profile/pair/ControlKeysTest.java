package io.sextant.profile.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.Window;
import io.sextant.linguistics.Tier;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Pairs;
import io.sextant.pattern.Patterns;
import io.sextant.pattern.Targets;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlKeysTest {
  /** The positions are 0 [CLS], 1 to 5 a to e, 6 [SEP], 7 to 9 f to h, 10 [SEP]. */
  private static final EncodedPair PAIR = Pairs.of("a b c d e", "f g h");

  @Test
  void aPositionalTargetHasAnotherTokenOfItsSentence() {
    ControlKeys.Keys keys = keys(PAIR, "next", "all", Window.FULL);
    assertThat(keys.targets().queries()).isEqualTo(6);
    assertThat(keys.matched().queries()).isEqualTo(keys.targets().queries());
    for (int r = 0; r < keys.controls().queries(); r++) {
      int query = keys.controls().query(r);
      assertThat(query).isEqualTo(keys.targets().query(r));
      List<Integer> controls = keysOf(keys.controls(), r);
      assertThat(controls).hasSize(1);
      assertThat(PAIR.segment(controls.get(0))).isEqualTo(PAIR.segment(query));
      assertThat(controls).doesNotContain(query + 1);
    }
  }

  @Test
  void aDelimiterHasATokenOfItsSentence() {
    ControlKeys.Keys keys = keys(PAIR, "delimiter", "all", Window.FULL);
    assertThat(keys.matched().queries()).isEqualTo(keys.targets().queries());
    for (int r = 0; r < keys.controls().queries(); r++) {
      List<Integer> controls = keysOf(keys.controls(), r);
      assertThat(keysOf(keys.targets(), r)).containsExactly(0, 6, 10);
      assertThat(controls).hasSize(3).doesNotHaveDuplicates();
      assertThat(controls.stream().filter(key -> PAIR.segment(key) == 0)).hasSize(2);
      assertThat(controls.stream().filter(key -> PAIR.segment(key) == 1)).hasSize(1);
    }
  }

  @Test
  void aContentTargetHasAControlOfTheMatchedNull() {
    // b of A and b of B; the controls of distance 5 to 8 from position 2 are 7 and 9.
    EncodedPair pair = Pairs.of("a b c d e", "f b h");
    ControlKeys.Keys keys = keys(pair, "related_other", "surface", Window.FULL);
    assertThat(keysOf(keys.targets(), 0)).containsExactly(8);
    assertThat(keys.targets().query(0)).isEqualTo(2);
    assertThat(keys.matched().query(0)).isEqualTo(2);
    assertThat(keysOf(keys.controls(), 0).get(0)).isIn(7, 9);
  }

  @Test
  void aQueryWithoutAsManyControlsIsKnockedOutButNotCompared() {
    // All tokens of the sentence are targets, so there is no control.
    ControlKeys.Keys keys = keys(PAIR, "own_sentence", "all", Window.FULL);
    assertThat(keys.targets().queries()).isPositive();
    assertThat(keys.matched().queries()).isZero();
    assertThat(keys.controls().queries()).isZero();
  }

  @Test
  void nothingThatIsNotSeenIsRemoved() {
    ControlKeys.Keys keys = keys(PAIR, "delimiter", "all", new Window(2));
    for (int r = 0; r < keys.targets().queries(); r++) {
      int query = keys.targets().query(r);
      assertThat(keysOf(keys.targets(), r)).allMatch(key -> Math.abs(key - query) <= 2);
    }
    for (int r = 0; r < keys.controls().queries(); r++) {
      int query = keys.controls().query(r);
      assertThat(keysOf(keys.controls(), r)).allMatch(key -> Math.abs(key - query) <= 2);
    }
    assertThat(keys.controls().queries()).isBetween(1, keys.targets().queries());
  }

  @Test
  void theDrawDependsOnThePairAlone() {
    ControlKeys.Keys keys = keys(PAIR, "next", "all", Window.FULL);
    ControlKeys.Keys again = keys(PAIR, "next", "all", Window.FULL);
    for (int r = 0; r < keys.controls().queries(); r++) {
      assertThat(keysOf(again.controls(), r)).isEqualTo(keysOf(keys.controls(), r));
    }
  }

  private static ControlKeys.Keys keys(EncodedPair pair, String key, String part, Window window) {
    AttentionPattern pattern = Patterns.named(key);
    List<Targets> parts =
        pattern.targets(
            new AnnotatedPair(
                pair,
                (word, other) ->
                    pair.words().get(word).text().equals(pair.words().get(other).text())
                        ? Tier.SURFACE
                        : Tier.NONE));
    return new ControlKeys(pair, Calibration.flat(1), window)
        .of(pattern, parts, pattern.parts().indexOf(part));
  }

  private static List<Integer> keysOf(Targets targets, int r) {
    List<Integer> keys = new ArrayList<>();
    for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
      for (int key = targets.start(k); key < targets.end(k); key++) {
        keys.add(key);
      }
    }
    return keys;
  }
}
