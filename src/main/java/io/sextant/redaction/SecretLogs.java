package io.sextant.redaction;

import java.beans.PropertyChangeListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.rewrite.RewriteAppender;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Removes secrets from everything that this process logs, including the logs of Spark and Hadoop. A
 * rewriting appender is put before every appender, whatever the log settings are, and is put back
 * when the settings are read again.
 */
public final class SecretLogs {
  private static final String PREFIX = "without secrets: ";

  /** Guards the appenders again after the log settings were read again. */
  private static final PropertyChangeListener AGAIN =
      change -> {
        if (LoggerContext.PROPERTY_CONFIG.equals(change.getPropertyName())) {
          guard((LoggerContext) change.getSource());
        }
      };

  private SecretLogs() {}

  /** Guards the logs of this process. Further calls have no effect. */
  public static void guard() {
    // Spark's logs belong to the class loader of Log4j, which differs from ours under spark-submit.
    guard((LoggerContext) LogManager.getContext(LogManager.class.getClassLoader(), false));
  }

  static synchronized void guard(LoggerContext logs) {
    Configuration settings = logs.getConfiguration();
    Set<LoggerConfig> loggers = new LinkedHashSet<>(settings.getLoggers().values());
    loggers.add(settings.getRootLogger());
    for (LoggerConfig logger : loggers) {
      for (Map.Entry<String, Appender> appender : logger.getAppenders().entrySet()) {
        if (!appender.getKey().startsWith(PREFIX)) {
          wrap(logger, appender.getKey(), settings);
        }
      }
    }
    logs.removePropertyChangeListener(AGAIN);
    logs.addPropertyChangeListener(AGAIN);
  }

  private static void wrap(LoggerConfig logger, String name, Configuration configuration) {
    AppenderRef ref = ref(logger, name);
    RewriteAppender hiding =
        RewriteAppender.createAppender(
            PREFIX + name,
            "true",
            new AppenderRef[] {AppenderRef.createAppenderRef(name, null, null)},
            configuration,
            new Hiding(),
            null);
    hiding.start();
    logger.removeAppender(name);
    logger.addAppender(hiding, ref.getLevel(), ref.getFilter());
  }

  private static AppenderRef ref(LoggerConfig logger, String name) {
    List<AppenderRef> refs = logger.getAppenderRefs();
    return refs.stream()
        .filter(ref -> ref.getRef().equals(name))
        .findFirst()
        .orElse(AppenderRef.createAppenderRef(name, null, null));
  }

  private static final class Hiding implements RewritePolicy {
    @Override
    public LogEvent rewrite(LogEvent event) {
      String text = event.getMessage().getFormattedMessage();
      String shown = text == null ? null : TerminalText.of(Secrets.hide(text));
      Throwable thrown = ShownThrowable.of(event.getThrown());
      if (Objects.equals(text, shown) && thrown == event.getThrown()) {
        return event;
      }
      return new Log4jLogEvent.Builder(event)
          .setMessage(new SimpleMessage(shown))
          .setThrown(thrown)
          .setThrownProxy(null)
          .build();
    }
  }
}
