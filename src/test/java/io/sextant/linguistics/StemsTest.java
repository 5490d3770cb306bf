package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stems are those of the examples in Porter (1980), An algorithm for suffix stripping. */
class StemsTest {
  private final Stems stems = new Stems();

  @ParameterizedTest
  @CsvSource({
    "caresses, caress", "ponies, poni", "cats, cat", "feed, feed", "agreed, agre",
    "plastered, plaster", "bled, bled", "motoring, motor", "sing, sing", "sized, size",
    "hopping, hop", "falling, fall", "failing, fail", "filing, file", "happy, happi",
    "sky, sky", "relational, relat", "rational, ration", "vietnamization, vietnam",
    "hopefulness, hope", "electricity, electr", "replacement, replac", "adjustment, adjust",
    "generalizations, gener", "oscillators, oscil", "rate, rate", "cease, ceas", "roll, roll"
  })
  void areThoseOfPortersExamples(String word, String stem) {
    assertThat(stems.of(word)).isEqualTo(stem);
  }
}
