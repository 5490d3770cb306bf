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
 * Keeps secrets out of all that is logged in this process, by Spark and Hadoop too: it stands
 * before every appender, whatever the log settings are, and comes back when they are read again.
 */
public final class SecretLogs {
  private static final String PREFIX = "without secrets: ";

  /** Stands before the appenders of settings that were read again. */
  private static final PropertyChangeListener AGAIN =
      change -> {
        if (LoggerContext.PROPERTY_CONFIG.equals(change.getPropertyName())) {
          guard((LoggerContext) change.getSource());
        }
      };

  private SecretLogs() {}

  /** Begins; calling it again changes nothing. */
  public static void guard() {
    // The logs of Spark, which spark-submit loads with another loader than this class.
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
