package io.sextant.profile.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.linguistics.FunctionWords;
import io.sextant.linguistics.Language;
import io.sextant.profile.Float64States;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskedWordsTest {
  private static final FunctionWords ENGLISH = FunctionWords.of(Language.ENGLISH);

  @Test
  void aSixthOrSoOfTheContentWordsIsMaskedButAtLeastOne() {
    assertThat(masked("p", "the cat sat", "it was")).hasSize(1);
    // The letters a, d, i, m, s and t are function words.
    assertThat(masked("p", "b c e f g h", "j k l n o p q")).hasSize(2);
    assertThat(masked("p", "b c e f g h j k l", "n o p q r u v w x d s t")).hasSize(3);
  }

  @Test
  void allTokensOfAWordAreMaskedTogether() {
    EncodedPair pair = Float64States.pair("p", "cat##s##y the", "of");
    assertThat(MaskedWords.positions(pair, ENGLISH)).containsExactly(1, 2, 3);
  }

  @Test
  void functionWordsAndPunctuationAreNeverMasked() {
    for (int i = 0; i < 50; i++) {
      EncodedPair pair = Float64States.pair("p" + i, "the cat , and the dog", "is not a mat .");
      for (int position : MaskedWords.positions(pair, ENGLISH)) {
        assertThat(pair.tokens().get(position)).isIn("cat", "dog", "mat");
      }
    }
  }

  @Test
  void aPairWithoutContentWordsHasNoneToMask() {
    EncodedPair pair = Float64States.pair("p", "the of", "and .");
    assertThat(MaskedWords.exist(pair, ENGLISH)).isFalse();
    assertThat(MaskedWords.positions(pair, ENGLISH)).isEmpty();
    assertThat(MaskedWords.exist(Float64States.pair("p", "the cat", "of"), ENGLISH)).isTrue();
  }

  @Test
  void theIdDecidesAndEveryWordIsDrawnAsOften() {
    assertThat(masked("p", "b c e f", "g")).isEqualTo(masked("p", "b c e f", "g"));
    int[] drawn = new int[8];
    for (int i = 0; i < 2000; i++) {
      drawn[masked("p" + i, "b c e f", "g")[0]]++;
    }
    Set<Integer> positions = new HashSet<>();
    for (int position = 0; position < drawn.length; position++) {
      if (drawn[position] > 0) {
        positions.add(position);
        assertThat(drawn[position] / 2000.).isCloseTo(.2, within(.04));
      }
    }
    assertThat(positions).containsExactlyInAnyOrder(1, 2, 3, 4, 6);
  }

  private static int[] masked(String id, String a, String b) {
    int[] positions = MaskedWords.positions(Float64States.pair(id, a, b), ENGLISH);
    assertThat(Arrays.stream(positions).boxed()).isSorted();
    return positions;
  }
}
