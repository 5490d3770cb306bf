package io.sextant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of a setting has the setting's type in HOCON's spelling, or is refused. */
class SettingsTypesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlm.pairs = many | mlm.pairs is 'many': it must be a whole number",
        "mlm.pairs = 2.5 | mlm.pairs is 2.5: it must be a whole number",
        "mlm.pairs = \"\" | mlm.pairs is '': it must be a whole number",
        "mlm.pairs = 3000000000 | mlm.pairs is 3000000000: it must be a whole number",
        "mlm.pairs = [1] | mlm.pairs is [1]: it must be a whole number",
        "mlm.pairs = null | mlm.pairs is null: give it a value, or leave it out",
        "mlm.pairs = -1 | mlm.pairs is -1: it must be at least 0",
        "grades.q-value = low | grades.q-value is 'low': it must be a number",
        "pair-scores = 1 | pair-scores is 1: it must be true or false",
        "patterns = next | patterns is 'next': it must be a list of words",
        "patterns = [[next]] | patterns is [[\"next\"]]: it must be a list of words",
        "patterns = [next, null] | patterns is [\"next\",null]: it must be a list of words",
        "output.existing = 1 | output.existing is 1: choose refuse, overwrite or resume",
        "input.id = [a] | input.id is [\"a\"]: it must be text",
        "mlm { pairs { a = 1 } } | unknown setting mlm.pairs.a: do you mean mlm.pairs?",
      })
  void aWrongTypeIsNamedWithItsKeyAndValue(String line, String message) {
    assertThatThrownBy(() -> load(line)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void whatHoconTakesForANumberOrATruthValueIsOne() throws IOException {
    ProfileSettings settings =
        load(
            """
            mlm.pairs = 1e3, grades.min-pairs = "7", grades.q-value = "0.5", pair-scores = yes
            attention.norms = "off", model-name = 5, output.existing = resume
            """);
    assertThat(settings.mlm().pairs()).isEqualTo(1000);
    assertThat(settings.grades().minPairs()).isEqualTo(7);
    assertThat(settings.grades().qValue()).isEqualTo(0.5);
    assertThat(settings.pairScores()).isTrue();
    assertThat(settings.attention().norms()).isFalse();
    assertThat(settings.modelName()).isEqualTo("5");
    assertThat(settings.output().existing()).isEqualTo(OutputSettings.Existing.RESUME);
  }

  private ProfileSettings load(String line) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.conf"),
            "sextant { model = m, input.paths = [i], output.path = o\n" + line + "\n}");
    return SettingsLoader.load(file, Map.of());
  }
}
