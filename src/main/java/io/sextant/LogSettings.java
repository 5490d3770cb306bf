package io.sextant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;

/**
 * What the driver logs: the settings in the jar, unless the user has given others, as {@code
 * log4j2.configurationFile} or as a {@code log4j2.properties} on Spark's class path.
 */
final class LogSettings {
  /** Spark's own settings, which it takes where it finds none: hundreds of lines for a run. */
  private static final String OF_SPARK = "org/apache/spark/log4j2-defaults.properties";

  private LogSettings() {}

  /** To be called before Spark starts: it leaves alone what it finds set. */
  static void apply() {
    // The logs of Spark, which spark-submit loads with another loader than this class.
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
