package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Checks that Python's keywords are the flags of {@code sextant profile}. */
class PythonOptionsTest {
  private static final Path MODULE = Path.of("src/main/python/sextant/_options.py");

  @Test
  void theKeywordsOfPythonAreTheFlagsOfTheCommandLine() throws IOException {
    if (Boolean.getBoolean("documents.write")) {
      Files.writeString(MODULE, PythonOptions.text());
    }
    assertThat(MODULE)
        .as("write it with mvn test -Dtest=PythonOptionsTest -Ddocuments.write=true")
        .content()
        .isEqualTo(PythonOptions.text());
  }

  @ParameterizedTest
  @CsvSource({"view, _command.py", "compare, _several.py", "pool, _several.py", "report, run.py"})
  void theFlagsOfOtherCommandsAreParametersOfTheirFunctions(String verb, String file)
      throws IOException {
    String module = Files.readString(MODULE.resolveSibling(file));
    String signature = module.substring(module.indexOf("def " + verb + "("));
    String parameters = signature.substring(0, signature.indexOf(") ->"));
    CommandLine command = new CommandLine(new SextantCommand()).getSubcommands().get(verb);
    assertThat(command.getCommandSpec().options())
        .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
        .filteredOn(option -> !option.inherited())
        .extracting(option -> option.longestName().substring(2).replace('-', '_'))
        // The runs are objects, and self is one.
        .filteredOn(name -> !name.equals("run"))
        .allSatisfy(name -> assertThat(parameters).containsPattern("\\b" + name + ": "));
  }
}
