package io.sextant.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretLogsTest {
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  @TempDir Path folder;

  /** Returns settings that log warnings and errors to a file. */
  private Configuration settings() {
    var settings = ConfigurationBuilderFactory.newConfigurationBuilder();
    settings.add(
        settings
            .newAppender("file", "File")
            .addAttribute("fileName", folder.resolve("log").toString())
            .add(settings.newLayout("PatternLayout").addAttribute("pattern", "%p %m%n%ex")));
    settings.add(
        settings
            .newRootLogger(Level.INFO)
            .add(settings.newAppenderRef("file").addAttribute("level", Level.WARN)));
    return settings.build(false);
  }

  @Test
  void noLoggerShowsASecretWhateverTheSettings() throws IOException {
    try (LoggerContext logs = new LoggerContext("test")) {
      logs.start(settings());
      SecretLogs.guard(logs);
      SecretLogs.guard(logs);
      Logger hadoop = logs.getLogger("org.apache.hadoop.fs.FileSystem");
      hadoop.info("not shown");
      hadoop.warn("cannot open {}", "hdfs://me:hun@ter2@host/x");
      hadoop.error(
          "tokenizer.json: failed",
          new IllegalStateException("outer", new UnknownHostException("hdfs://me:hunter2@host/y")));
      logs.setConfiguration(settings());
      logs.getLogger("org.apache.spark").warn("fs.s3a.secret.key=hunter2");
    }
    assertThat(Files.readString(folder.resolve("log")))
        .contains("WARN cannot open hdfs://***@host/x")
        .contains("ERROR tokenizer.json: failed", "IllegalStateException: outer")
        .contains("java.net.UnknownHostException: hdfs://***@host/y", "at io.sextant.redaction.")
        .contains("fs.s3a.secret.key=***")
        .doesNotContain("hunter2", "ter2", "not shown")
        .containsOnlyOnce("cannot open");
  }

  @Test
  void printedMessagesShowNoSecretsHoweverTheyAreWritten() {
    PrintStream before = System.out;
    PrintStream errors = System.err;
    try {
      System.setOut(new PrintStream(logged, true, StandardCharsets.UTF_8));
      SecretOutput.guard();
      System.out.println("hdfs://me:hunter2@host/x für");
      System.out.printf("%s and %,d%n", "s3a://K:hunter2@b", 1);
      System.out.print('c');
      System.out.println();
      new IllegalStateException("password=hunter2").printStackTrace(System.out);
      new PrintWriter(System.out, true).println("by a writer: s3a://K:hunter2@b");
      System.out.write('b');
      System.out.flush();
    } finally {
      System.setOut(before);
      System.setErr(errors);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .startsWith(
            "hdfs://***@host/x für\n"
                + "s3a://***@b and 1\n"
                + "c\n"
                + "java.lang.IllegalStateException: password=***\n"
                + "\tat io")
        .endsWith("by a writer: s3a://***@b\nb");
  }
}
