package io.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * A Python environment below target/.
 *
 * @param home the environment's folder
 * @param logs the folder for what its programs print
 */
public record Python(Path home, Path logs) {
  /** The message of a skipped test. */
  public static final String MISSING = "there is no Python 3.10 or newer with venv";

  private static final int MINUTES = 15;

  /** Returns whether this machine has a Python that can make environments. */
  public static boolean isThere() throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder(
                  List.of(
                      "python3",
                      "-c",
                      "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"))
              .start();
      return python.waitFor(1, TimeUnit.MINUTES) && python.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a new environment; one that is there already is deleted. */
  public static Python fresh(Path home, Path logs) throws Exception {
    FileUtils.deleteDirectory(home.toFile());
    run(logs, Map.of(), List.of("python3", "-m", "venv", home.toString()));
    return new Python(home, logs);
  }

  /** Builds the wheel of this project and returns its path. */
  public static String wheel(Path logs) throws Exception {
    return run(logs, Map.of(), List.of("jobs/python.sh")).strip().lines().reduce("", (a, b) -> b);
  }

  /** Installs packages with pip. */
  public void install(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-m", "pip", "install", "-q"));
    all.add("--disable-pip-version-check");
    all.addAll(List.of(arguments));
    run(Map.of(), all.toArray(String[]::new));
  }

  /** Runs Python with this process's Java, and returns what it prints; it must succeed. */
  public String run(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/python").toString()));
    command.addAll(List.of(arguments));
    return run(logs, variables, command);
  }

  private static String run(Path logs, Map<String, String> variables, List<String> command)
      throws Exception {
    Path said = Files.createTempFile(logs, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("SPARK_HOME");
    Process process = builder.start();
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    String text = Files.readString(said);
    assertThat(process.exitValue()).as("%s said: %s", command, text).isZero();
    return text;
  }
}
