package io.sextant.job.input.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.UsageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  @ValueSource(strings = {"avro", "delta", "iceberg"})
  void theMissingPackageIsNamedInTheVersionThatTheTestsHave(String format) {
    assertThatThrownBy(() -> InputFormat.named(format))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "the format '%s' needs a package that is not on the class path: give --packages ",
            format)
        .hasMessageEndingWith(" to spark-submit or jobs/local.sh")
        .message()
        .satisfies(
            message -> {
              String[] coordinates = message.split("--packages ")[1].split(" ")[0].split(":");
              assertThat(
                      System.getProperty(
                          "surefire.test.class.path", System.getProperty("java.class.path")))
                  .contains("/" + coordinates[1] + "-" + coordinates[2] + ".jar");
            });
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
