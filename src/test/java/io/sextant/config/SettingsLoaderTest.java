package io.sextant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
  private static final Map<String, Object> LEAST =
      Map.of("model", "m", "input.paths", List.of("i"), "output.path", "o");

  @TempDir Path folder;

  @Test
  void flagsWinOverTheFileAndTheFileOverTheReference() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.conf"),
            "sextant { model = from-file, grades { min-pairs = 7, position.strong.share = 0.35 } }");
    Map<String, Object> flags = new HashMap<>(LEAST);
    flags.remove("model");
    flags.put("grades.min-pairs", "9");
    ProfileSettings settings = SettingsLoader.load(file, flags);
    assertThat(settings.model()).isEqualTo("from-file");
    assertThat(settings.grades().minPairs()).isEqualTo(9);
    assertThat(settings.grades().position().strong().share()).isEqualTo(0.35);
    assertThat(settings.grades().position().dominant().share()).isEqualTo(0.5);
    assertThat(settings.effective()).containsEntry("grades.min-pairs", "9");
  }

  @Test
  void theReferenceHoldsTheCutsOfTheDesign() {
    Thresholds thresholds = SettingsLoader.load(null, LEAST).grades();
    assertThat(thresholds.minPairs()).isEqualTo(200);
    assertThat(thresholds.minQueries()).isEqualTo(1000);
    assertThat(thresholds.mark().dominant().share()).isEqualTo(0.6);
    assertThat(thresholds.content().present()).isEqualTo(new Thresholds.Cut(0.05, 1.5, 0.6));
  }

  @Test
  void whereARunHappensDoesNotCountAsScience() {
    Map<String, Object> elsewhere = new HashMap<>(LEAST);
    elsewhere.put("output.path", "other");
    elsewhere.put("max-chunks", 3);
    assertThat(SettingsLoader.load(null, elsewhere).science())
        .isEqualTo(SettingsLoader.load(null, LEAST).science());
    elsewhere.put("grades.q-value", 0.05);
    assertThat(SettingsLoader.load(null, elsewhere).science())
        .isNotEqualTo(SettingsLoader.load(null, LEAST).science());
  }

  @ParameterizedTest
  @CsvSource({
    "grades.min-paris, 3, unknown setting grades.min-paris: do you mean grades.min-pairs?",
    "attention.batch-tokens, 0, at least 1",
    "attention.batch-tokens, many, batch-tokens",
    "distances.pairs, -1, at least 0",
    "distances.rows, 0, at least 1",
    "attention.norms, perhaps, norms",
    "grades.q-value, 1.5, from 0 to 1",
    "input.max-reject-rate, NaN, from 0 to 1",
    "output.existing, keep, 'refuse, overwrite or resume'",
  })
  void whatIsWrongIsNamed(String key, String value, String message) {
    Map<String, Object> flags = new HashMap<>(LEAST);
    flags.put(key, value);
    assertThatThrownBy(() -> SettingsLoader.load(null, flags))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"model, --model", "input.paths, --input", "output.path, --output"})
  void whatIsMissingIsNamedWithItsFlag(String key, String flag) {
    Map<String, Object> flags = new HashMap<>(LEAST);
    flags.remove(key);
    assertThatThrownBy(() -> SettingsLoader.load(null, flags))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(flag);
  }

  @Test
  void aFileThatIsMissingOrBrokenIsNamed() throws IOException {
    Path absent = folder.resolve("absent.conf");
    assertThatThrownBy(() -> SettingsLoader.load(absent, LEAST))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("absent.conf");
    Path broken = Files.writeString(folder.resolve("broken.conf"), "sextant { model = ");
    assertThatThrownBy(() -> SettingsLoader.load(broken, LEAST))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("broken.conf");
  }
}
