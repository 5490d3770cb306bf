package io.sextant.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts Spark's own programs: the master, the workers and spark-submit. */
interface SparkPrograms {
  /** Returns the command of a program, given by its class. */
  List<String> command(String heap, String program, List<String> arguments);

  /** Returns the environment of the process. */
  Map<String, String> environment();

  /** Returns programs that run with Maven's jars, which are put into a folder as a distribution. */
  static SparkPrograms ofMaven(Path folder) {
    Path home = Javas.sparkHome(folder);
    return new SparkPrograms() {
      @Override
      public List<String> command(String heap, String program, List<String> arguments) {
        return Javas.spark(home, heap, program, arguments);
      }

      @Override
      public Map<String, String> environment() {
        return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", scala.util.Properties.versionNumberString().replaceFirst("[.][0-9]+$", ""));
      }
    };
  }

  /** Returns the programs of a real distribution. */
  static SparkPrograms of(Path distribution) {
    return new SparkPrograms() {
      @Override
      public List<String> command(String heap, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(distribution.resolve("bin/spark-class").toString());
        command.add(program);
        command.addAll(arguments);
        return command;
      }

      @Override
      public Map<String, String> environment() {
        return Map.of(
            "SPARK_HOME", distribution.toString(),
            "SPARK_DAEMON_MEMORY", "256m",
            "SPARK_DAEMON_JAVA_OPTS", String.join(" ", Javas.LIGHT));
      }
    };
  }
}
