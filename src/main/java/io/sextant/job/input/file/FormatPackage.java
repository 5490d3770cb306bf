package io.sextant.job.input.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.package$;

/**
 * A package that brings a format which a distribution of Spark lacks, in the version with which the
 * tests read it, and the settings of a session without which it does not work.
 */
enum FormatPackage {
  AVRO("org.apache.spark:spark-avro_2.12:" + package$.MODULE$.SPARK_VERSION()),
  DELTA(
      "io.delta:delta-spark_2.12:3.3.2",
      "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
      "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog"),
  ICEBERG("org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10.0");

  private final String coordinates;
  private final List<String> settings;

  FormatPackage(String coordinates, String... settings) {
    this.coordinates = coordinates;
    this.settings = List.of(settings);
  }

  /** Returns the package that brings a format; empty if none is known. */
  static Optional<FormatPackage> of(String format) {
    return Arrays.stream(values()).filter(known -> known.name().equalsIgnoreCase(format)).findAny();
  }

  /** Returns the options of {@code spark-submit} that bring the format. */
  String options() {
    return Stream.concat(
            Stream.of("--packages " + coordinates), settings.stream().map("--conf "::concat))
        .collect(Collectors.joining(" "));
  }
}
