package io.sextant.text.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternCostTest {
  private static final String GPT2 =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
  private static final String CL100K =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GPT2,
        CL100K,
        " {2,}",
        "[\\[\\]a-z&&[^aeiou]]+",
        "(?<word>\\w+)|\\d{1,3}(?=\\d)",
        "\\x{3000}|\\u3001|[[:alpha:]]+?",
        ""
      })
  void patternsThatPublishedTokenizersHaveAreTaken(String pattern) {
    assertThat(PatternCost.of(pattern, "x").longest(8e6)).isGreaterThan(1000);
  }

  @Test
  void aPatternThatRepeatsOnceBearsAnySentence() {
    assertThat(PatternCost.of(GPT2, "x").longest(8e6)).isGreaterThan(900_000);
    assertThat(PatternCost.of(" {2,}", "x").longest(8e6)).isEqualTo(8_000_000);
  }

  @Test
  void costsMultiplyAlongASequenceAndAddOverAlternatives() {
    assertThat(steps("a*b*c")).isEqualTo(100);
    assertThat(steps("a?b?c{0,4}")).isEqualTo(20);
    assertThat(steps("a+|b+|c")).isEqualTo(21);
    assertThat(steps("(a+|b)?c+")).isEqualTo(120);
    assertThat(PatternCost.of("a*b*", "x").longest(8e6)).isEqualTo(2828);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "(a+)+$ ~ repeats a group",
        "(a|a)* ~ repeats a group",
        "(?:a?){30} ~ repeats a group",
        "(a)\\1 ~ has an escape that is not known: \\1",
        "\\g<0> ~ has an escape that is not known: \\g",
        "a{3}{1000}{1000} ~ repeats what is repeated",
        "a**a ~ repeats what is repeated",
        "a{100000} ~ counts no repeats",
        "a{9999} ~ repeats more than 1000 times",
        "(?(1)a|b) ~ has a group of an unknown kind",
        "(?x: a) ~ has a group of an unknown kind",
        "((((((((((((a)))))))))))) ~ nests more than 10 groups",
        "(a ~ leaves a group open",
        "a) ~ closes a group that it did not open",
        "[a ~ leaves a class open",
        "[] ~ has an empty class",
        "*a ~ repeats nothing",
        "\\ ~ has an escape that is not known"
      })
  void patternsWithoutABoundAreRefused(String pattern, String fault) {
    assertThatThrownBy(() -> PatternCost.of(pattern, "tokenizer.json: Split"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("tokenizer.json: Split has the pattern " + pattern)
        .hasMessageContaining(fault);
  }

  /** Returns the number of steps from one position in a text of ten characters. */
  private static double steps(String pattern) {
    return PatternCost.of(pattern, "x").steps(10);
  }

  @Test
  void nestingAndLengthAreBoundedBeforeTheyAreFollowed() {
    assertThatThrownBy(() -> PatternCost.of("(".repeat(5000), "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a pattern of 5000 characters; at most 1000");
    assertThatThrownBy(() -> PatternCost.of("(".repeat(900), "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nests more than 10 groups");
    assertThatThrownBy(() -> PatternCost.of("(?~abc)", "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has a group of an unknown kind");
  }
}
