package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.config.SettingsKeys;
import io.sextant.fault.UsageException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.ClassUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ProfileFlagsTest {

  static Stream<OptionSpec> flags() {
    return command().getCommandSpec().options().stream()
        .filter(option -> GivenSettings.of(option).isPresent());
  }

  @ParameterizedTest
  @MethodSource("flags")
  void aFlagHasTheTypeOfItsSetting(OptionSpec flag) {
    Sets sets = GivenSettings.of(flag).orElseThrow();
    RecordComponent setting = SettingsKeys.ofRecords().get(sets.value());
    assertThat(setting).as(sets.value()).isNotNull();
    if (sets.to().isEmpty()) {
      // A kind is given by its name, as in a file of settings, and the settings refuse other names.
      Class<?> type = setting.getType().isEnum() ? String.class : setting.getType();
      assertThat(ClassUtils.primitiveToWrapper(flag.type()))
          .isEqualTo(ClassUtils.primitiveToWrapper(type));
    } else {
      assertThat(setting.getType().getEnumConstants())
          .extracting(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .contains(sets.to());
    }
  }

  @ParameterizedTest
  @MethodSource("flags")
  void aFlagIsDescribedInOneSentence(OptionSpec flag) {
    assertThat(flag.description()).hasSize(1);
    assertThat(flag.description()[0]).endsWith(".");
  }

  @Test
  void whatIsGivenIsSetAndNothingElse() {
    assertThat(given("--model a --input b c --format csv --input d"))
        .isEqualTo(
            Map.of("model", "a", "input.format", "csv", "input.paths", List.of("b", "c", "d")));
    assertThat(given("--no-cooccurrence --pair-scores --resume --max-reject-rate .5"))
        .isEqualTo(
            Map.of(
                "cooccurrence.enabled",
                false,
                "pair-scores",
                true,
                "output.existing",
                "resume",
                "input.max-reject-rate",
                0.5));
    assertThat(given("--set model=b --dry-run")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--resume --overwrite, --resume and --overwrite exclude each other: give one",
    "--model a --format csv --model b, --model is given twice: give it once",
    "--config a --config b, --config is given twice: give it once",
  })
  void aSettingIsGivenOnce(String line, String message) {
    assertThatThrownBy(() -> given(line)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static Map<String, Object> given(String line) {
    return GivenSettings.of(command().parseArgs(line.split(" ")));
  }

  private static CommandLine command() {
    CommandLine command = new CommandLine(new ProfileCommand());
    ProfileHelp.putInto(command);
    return command;
  }
}
