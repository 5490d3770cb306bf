package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** Tests the layout of the jobs' logs. */
class LogLinesTest {

  @Test
  void aSentenceCannotPassForALineOfTheLog() throws IOException {
    String forged = "the cat sat\r\n10:00:00 ERROR Run: all is lost\nmore";
    String plain = line(event().setMessage(new SimpleMessage(forged)));
    assertThat(plain).containsOnlyOnce("\n").endsWith("\n").contains("the cat sat\\r\\n10:00");
    String thrown =
        line(
            event()
                .setMessage(new SimpleMessage("task failed"))
                .setThrown(new IllegalStateException(forged)));
    assertThat(thrown).containsOnlyOnce("\n").endsWith("\n").contains("all is lost", "LogLines");
  }

  private static Log4jLogEvent.Builder event() {
    return Log4jLogEvent.newBuilder().setLevel(Level.WARN).setLoggerName("io.sextant.X");
  }

  private static String line(Log4jLogEvent.Builder event) throws IOException {
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("conf/log4j2.properties"))) {
      settings.load(in);
    }
    return PatternLayout.newBuilder()
        .withPattern(settings.getProperty("appender.console.layout.pattern"))
        .build()
        .toSerializable(event.build());
  }
}
