package io.sextant;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Checks that the class path has the version of Spark that Sextant is compiled for. The versions of
 * Spark and Scala are read from resources, so that no class is loaded that might not link.
 */
final class RequiredSpark {
  private static final String NEEDED =
      "Sextant needs Spark " + SparkLine.SPARK + " for Scala " + SparkLine.SCALA;

  private static final String SPARK_INFO = "spark-version-info.properties";
  private static final String SCALA_INFO = "library.properties";

  private RequiredSpark() {}

  /** Returns why Sextant cannot run with this class loader's Spark; empty if it can. */
  static Optional<String> refusal(ClassLoader loader) throws IOException {
    URL info = loader.getResource(SPARK_INFO);
    if (info == null) {
      return Optional.of(
          "there is no Spark on the class path: "
              + NEEDED
              + ", and jobs/sextant.sh or spark-submit to start it");
    }
    String spark = read(info, "version");
    URL library = loader.getResource(SCALA_INFO);
    String scala = library == null ? "?" : read(library, "version.number");
    if (isOf(SparkLine.SPARK, spark) && isOf(SparkLine.SCALA, scala)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "found Spark %s for Scala %s in %s, but %s: set SPARK_HOME to such a distribution",
            spark,
            scala,
            folder(info),
            NEEDED));
  }

  private static boolean isOf(String line, String version) {
    return version.startsWith(line + ".");
  }

  private static String read(URL resource, String key) throws IOException {
    URLConnection connection = resource.openConnection();
    // With a cache, the jar would stay open in this process.
    connection.setUseCaches(false);
    Properties properties = new Properties();
    try (InputStream in = connection.getInputStream()) {
      properties.load(in);
    }
    return properties.getProperty(key, "?");
  }

  /**
   * Returns the folder of a resource or of its jar, such as {@code /opt/spark/jars} for {@code
   * jar:file:/opt/spark/jars/core.jar!/x}.
   */
  private static String folder(URL resource) {
    String file = resource.toString().replaceFirst("^jar:", "").replaceFirst("!/.*$", "");
    return file.replaceFirst("^file:", "").replaceFirst("/[^/]*$", "");
  }
}
