package io.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.TinyCheckpoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tests of the Python package, {@code src/test/python/sextant}, in an environment. */
public final class PythonTests {
  private static final Path FOLDER = Path.of("src/test/python/sextant");

  private PythonTests() {}

  /** Installs the wheel and what its tests need. */
  public static void install(Python python, String wheel, String... more) throws Exception {
    python.install(wheel + "[connect]", "-r", FOLDER.resolve("requirements.txt").toString());
    if (more.length > 0) {
      python.install(more);
    }
  }

  /**
   * Runs the tests; all must pass.
   *
   * @param variables of the environment, which tests may ask for
   * @param file the file of tests in the folder; empty for all
   */
  public static void run(Python python, Path folder, Map<String, String> variables, String file)
      throws Exception {
    Map<String, String> all = new HashMap<>(variables);
    all.put("SEXTANT_TEST_MODEL", TinyCheckpoint.write(folder.resolve("tiny")).toString());
    all.put("SEXTANT_TEST_MASKED_LM", GoldenModel.maskedLm("roberta").toString());
    String said =
        python.run(
            all, "-m", "pytest", "-q", "-p", "no:cacheprovider", FOLDER.resolve(file).toString());
    assertThat(said).containsPattern("\\d+ passed").doesNotContain(" failed", " error");
  }
}
