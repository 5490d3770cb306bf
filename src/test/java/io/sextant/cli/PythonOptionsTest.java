package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
