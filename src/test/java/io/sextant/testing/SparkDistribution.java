package io.sextant.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real Spark distribution, as Spark's own programs come in: where {@code SEXTANT_TEST_SPARK_HOME}
 * says, or where {@code .ci/run} puts one.
 */
public final class SparkDistribution {
  /** What a test that is skipped says. */
  public static final String MISSING =
      "there is no Spark distribution: name one by SEXTANT_TEST_SPARK_HOME, or let .ci/run get it";

  private static final String VARIABLE = "SEXTANT_TEST_SPARK_HOME";
  private static final Path CACHED =
      Path.of(System.getProperty("user.home"), ".cache", "sextant", "spark-3.5.9");

  private SparkDistribution() {}

  /**
   * The folder that holds {@code bin} and {@code jars}; empty where there is none.
   *
   * @throws IllegalStateException if the variable names a folder that is no distribution
   */
  public static Optional<Path> home() {
    String named = System.getenv(VARIABLE);
    if (named != null && !isDistribution(Path.of(named))) {
      throw new IllegalStateException(
          VARIABLE + "=" + named + " is no Spark distribution: it has no bin/spark-submit");
    }
    return Optional.of(named == null ? CACHED : Path.of(named))
        .filter(SparkDistribution::isDistribution);
  }

  private static boolean isDistribution(Path folder) {
    return Files.isExecutable(folder.resolve("bin/spark-submit"));
  }
}
