package io.sextant.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real Spark distribution with Spark's own programs, either at the path in {@code
 * SEXTANT_TEST_SPARK_HOME} or where {@code .ci/run} installs one, of the version that the tests are
 * compiled for.
 */
public final class SparkDistribution {
  /** The message of a skipped test. */
  public static final String MISSING =
      "no Spark distribution was found: set SEXTANT_TEST_SPARK_HOME, or let .ci/run download one";

  private static final String VARIABLE = "SEXTANT_TEST_SPARK_HOME";
  private static final Path CACHED =
      Path.of(System.getProperty("user.home"), ".cache", "sextant", "spark-" + org.apache.spark.package$.MODULE$.SPARK_VERSION());

  private SparkDistribution() {}

  /**
   * Returns the folder that contains {@code bin} and {@code jars}; empty if there is none.
   *
   * @throws IllegalStateException if the variable names a folder that is not a distribution
   */
  public static Optional<Path> home() {
    String named = System.getenv(VARIABLE);
    if (named != null && !isDistribution(Path.of(named))) {
      throw new IllegalStateException(
          VARIABLE + "=" + named + " is not a Spark distribution: it has no bin/spark-submit");
    }
    return Optional.of(named == null ? CACHED : Path.of(named))
        .filter(SparkDistribution::isDistribution);
  }

  private static boolean isDistribution(Path folder) {
    return Files.isExecutable(folder.resolve("bin/spark-submit"));
  }
}
