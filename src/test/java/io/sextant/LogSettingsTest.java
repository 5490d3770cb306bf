package io.sextant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's log settings replace Spark's defaults or missing settings, but never a user's. */
class LogSettingsTest {
  @TempDir Path folder;

  private LoggerContext logs;

  @BeforeEach
  void open() {
    logs = new LoggerContext("test");
    logs.start(new DefaultConfiguration());
  }

  @AfterEach
  void close() {
    logs.stop();
  }

  @Test
  void whereNobodyHasChosenWarningsAloneAreSaid() {
    LogSettings.applyTo(logs);
    assertThat(logs.getRootLogger().getLevel()).isEqualTo(Level.WARN);
    assertThat(logs.getLogger("io.sextant.bert.X").getLevel()).isEqualTo(Level.INFO);
    assertThat(logs.getConfiguration().getAppenders()).containsKey("console");
  }

  @Test
  void sparksOwnChoiceIsNobodys() throws URISyntaxException {
    logs.setConfigLocation(
        SparkContext.class.getResource("/org/apache/spark/log4j2-defaults.properties").toURI());
    assertThat(logs.getRootLogger().getLevel()).isEqualTo(Level.INFO);
    LogSettings.applyTo(logs);
    assertThat(logs.getRootLogger().getLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void theUsersChoiceStays() throws IOException {
    URI users =
        Files.writeString(
                folder.resolve("log4j2.properties"),
                "rootLogger.level = trace\nrootLogger.appenderRef.c.ref = c\n"
                    + "appender.c.type = Console\nappender.c.name = c\n")
            .toUri();
    logs.setConfigLocation(users);
    LogSettings.applyTo(logs);
    assertThat(logs.getRootLogger().getLevel()).isEqualTo(Level.TRACE);
  }
}
