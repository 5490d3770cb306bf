package io.sextant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.spark.SparkConf;

/**
 * Applies the log settings in the jar to the driver, unless the user has given others by {@code
 * log4j2.configurationFile} or by a {@code log4j2.properties} on Spark's class path.
 */
final class LogSettings {
  /** Spark's default settings, with which a run logs hundreds of lines. */
  private static final String OF_SPARK = "org/apache/spark/log4j2-defaults.properties";

  private LogSettings() {}

  /**
   * Applies the settings. Spark applies its own once, before its first message, so it is made to do
   * that first.
   */
  static void apply() {
    new SparkConf(false).initializeLogIfNecessary(false, true);
    // Spark's logs belong to the class loader of Log4j, which differs from ours under spark-submit.
    applyTo((LoggerContext) LogManager.getContext(LogManager.class.getClassLoader(), false));
  }

  static void applyTo(LoggerContext logs) {
    if (nobodyHasChosen(logs.getConfiguration())) {
      logs.setConfigLocation(ours());
    }
  }

  private static boolean nobodyHasChosen(Configuration configuration) {
    String location = configuration.getConfigurationSource().getLocation();
    return configuration instanceof DefaultConfiguration
        || (location != null && location.endsWith(OF_SPARK));
  }

  private static URI ours() {
    try {
      return Objects.requireNonNull(LogSettings.class.getResource("log4j2.properties")).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
