package io.sextant.job.input.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A format whose package is missing is refused by one sentence that names the package. */
class FormatPackageTest {
  private ClassLoader before;

  /** Spark looks for data sources in this loader, which has none. */
  @BeforeEach
  void hidePackages() {
    before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
  }

  @AfterEach
  void showPackages() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @ParameterizedTest
  @CsvSource({
    "avro, org.apache.spark:spark-avro_2.12, spark",
    "delta, io.delta:delta-spark_2.12, delta",
    "iceberg, org.apache.iceberg:iceberg-spark-runtime-3.5_2.12, iceberg",
  })
  void theMissingPackageIsNamedInTheVersionThatIsTested(
      String format, String artifact, String property) throws IOException {
    String version =
        Files.readString(Path.of("pom.xml")).split("<" + property + "\\.version>")[1].split("<")[0];
    assertThatThrownBy(() -> InputFormat.named(format))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "the format '%s' needs a package that is not on the class path: give --packages %s:%s ",
            format, artifact, version)
        .hasMessageEndingWith(" to spark-submit or jobs/local.sh");
  }

  @Test
  void aFormatOfNoKnownPackageIsUnknown() {
    assertThatThrownBy(() -> InputFormat.named("hudi"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown format 'hudi'");
    Thread.currentThread().setContextClassLoader(before);
    assertThat(InputFormat.named("avro")).isEqualTo(InputFormat.SPARK);
  }
}
