package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TruncationTest {

  @Property
  void isGooglesTokenByTokenCut(
      @ForAll @IntRange(min = 0, max = 60) int a,
      @ForAll @IntRange(min = 0, max = 60) int b,
      @ForAll @IntRange(min = 2, max = 60) int room) {
    assertThat(Truncation.longestFirst(a, b, room)).isEqualTo(tokenByToken(a, b, room));
  }

  /** A literal translation of {@code _truncate_seq_pair} of Google's BERT. */
  private static Truncation tokenByToken(int a, int b, int room) {
    int keptA = a;
    int keptB = b;
    while (keptA + keptB > room) {
      if (keptA > keptB) {
        keptA--;
      } else {
        keptB--;
      }
    }
    return new Truncation(keptA, keptB);
  }
}
