package io.sextant.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Controls what Spark logs about failed tasks, which are long stack traces. */
final class SparkLogs {
  private static final String[] OF_FAILED_TASKS = {
    "org.apache.spark.executor.Executor", "org.apache.spark.scheduler.TaskSetManager"
  };

  private SparkLogs() {}

  /** Turns these logs off, because the last line of a run says why it failed. */
  static void hush() {
    for (String logger : OF_FAILED_TASKS) {
      Configurator.setLevel(logger, Level.OFF);
    }
  }
}
