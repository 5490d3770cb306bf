package io.sextant.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> OPTIONS =
      List.of("--model", "--input", "--id", "--output", "--overwrite", "--max-chunks");

  @ParameterizedTest
  @CsvSource({
    "--modle, --model",
    "--Model, --model",
    "--ouput, --output",
    "--over-write, --overwrite",
    "--maxchunks, --max-chunks",
    "-id, --id"
  })
  void aSlipOfTheFingersIsAnsweredWithWhatWasMeant(String given, String meant) {
    assertThat(Suggestion.nearest(given, OPTIONS)).contains(meant);
    assertThat(Suggestion.of(given, OPTIONS)).isEqualTo(": do you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"--learning-rate", "x", "''"})
  void whatIsFarFromAllIsAnsweredWithNothing(String given) {
    assertThat(Suggestion.of(given, OPTIONS)).isEmpty();
  }

  @Test
  void theDistanceCountsSlips() {
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestion.distance("abcd", "abcd")).isZero();
    assertThat(Suggestion.distance("abcd", "acbd")).as("neighbours exchanged").isEqualTo(1);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
  }
}
