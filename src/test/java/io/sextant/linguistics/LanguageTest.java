package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @Test
  void englishHasEverything() {
    assertThat(Language.ENGLISH.limits()).isEmpty();
    FunctionWords words = FunctionWords.of(Language.ENGLISH);
    assertThat(words.contains("The")).isTrue();
    assertThat(words.contains("store")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"don't", "doesn", "t", "ll", "ve", "s", "'t", "'ll"})
  void contractionsAndTheirPartsAreFunctionWords(String word) {
    assertThat(FunctionWords.of(Language.ENGLISH).contains(word)).isTrue();
  }

  @Test
  void whatALanguageLacksIsSaid() {
    assertThat(new Language("de").limits())
        .containsExactly(
            "no lemmas and no WordNet for German: related words lack the tiers lemma and wordnet");
    assertThat(new Language("eu").limits())
        .hasSize(2)
        .contains("no list of function words for Basque: all words are content words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "", "xx", "EN"})
  void whatIsNoLanguageIsRefused(String code) {
    assertThatThrownBy(() -> new Language(code))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'" + code + "'")
        .hasMessageContaining("ISO 639-1");
  }
}
