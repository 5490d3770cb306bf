package io.sextant.job.input.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.package$;
import scala.util.Properties$;

/**
 * A package that brings a format which a distribution of Spark lacks, in the version with which the
 * tests read it on this line of Spark, and the settings of a session without which it does not
 * work.
 */
enum FormatPackage {
  AVRO("org.apache.spark:spark-avro", spark()),
  DELTA(
      "io.delta:delta-spark",
      spark().startsWith("3.") ? "3.3.2" : "4.0.0",
      "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
      "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog"),
  ICEBERG("org.apache.iceberg:iceberg-spark-runtime-" + minor(spark()), "1.10.0");

  private final String coordinates;
  private final List<String> settings;

  FormatPackage(String artifact, String version, String... settings) {
    String scala = minor(Properties$.MODULE$.versionNumberString());
    this.coordinates = artifact + "_" + scala + ":" + version;
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

  private static String spark() {
    return package$.MODULE$.SPARK_VERSION();
  }

  /** Returns the first two numbers of a version. */
  private static String minor(String version) {
    return version.replaceFirst("^([0-9]+\\.[0-9]+).*", "$1");
  }
}
