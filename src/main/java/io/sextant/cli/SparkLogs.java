package io.sextant.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** What Spark logs of tasks that fail, with stacks of many lines. */
final class SparkLogs {
  private static final String[] OF_FAILED_TASKS = {
    "org.apache.spark.executor.Executor", "org.apache.spark.scheduler.TaskSetManager"
  };

  private SparkLogs() {}

  /** Leaves it out: the run's own last line says why it failed. */
  static void hush() {
    for (String logger : OF_FAILED_TASKS) {
      Configurator.setLevel(logger, Level.OFF);
    }
  }
}
