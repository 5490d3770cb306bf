package io.sextant;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.testing.BuildFolder;
import io.sextant.testing.Python;
import io.sextant.testing.PythonTests;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Builds the wheel, installs it into a fresh environment below target/, and runs the tests of
 * {@code src/test/python/sextant} there.
 */
class PythonIT {
  @TempDir static Path folder;

  @Test
  void theTestsOfThePythonPackagePass() throws Exception {
    assumeTrue(Python.isThere(), Python.MISSING);
    Python python = Python.fresh(BuildFolder.resolve("python"), folder);
    PythonTests.install(python, Python.wheel(folder));
    PythonTests.run(python, folder, Map.of(), "");
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "3.10, pandas<3",
    "3.11, pandas<3",
    "3.11, pandas>=3",
    "3.12, pandas>=3",
    "3.13, pandas>=3"
  })
  void theyPassOnEveryVersionOfPython(String version, String pandas) throws Exception {
    String found = Python.ofVersion(version);
    assumeTrue(found != null, "there is no Python " + version);
    Path home = BuildFolder.resolve("python-" + version);
    Python python = Python.fresh(found, home, folder);
    PythonTests.install(python, Python.wheel(folder), pandas);
    PythonTests.run(python, folder, Map.of(), "");
  }
}
