package io.sextant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.testing.Python;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the wheel, installs it into a fresh environment below target/, and runs the tests of
 * {@code src/test/python/sextant} there.
 */
class PythonIT {
  @TempDir static Path folder;

  @Test
  void theTestsOfThePythonPackagePass() throws Exception {
    assumeTrue(Python.isThere(), Python.MISSING);
    Path environment = Path.of("target/python").toAbsolutePath();
    Python python = Python.fresh(environment, folder);
    Path tests = Path.of("src/test/python/sextant");
    python.install(Python.wheel(folder), "-r", tests.resolve("requirements.txt").toString());

    Path model = TinyCheckpoint.write(folder.resolve("tiny"));
    String said =
        python.run(
            Map.of("SEXTANT_TEST_MODEL", model.toString()),
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            tests.toString());
    assertThat(said).containsPattern("\\d+ passed").doesNotContain(" failed", " error");
  }
}
