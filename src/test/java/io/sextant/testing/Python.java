package io.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  /** Makes a new environment of python3; one that is there already is deleted. */
  public static Python fresh(Path home, Path logs) throws Exception {
    return fresh("python3", home, logs);
  }

  /** Makes a new environment of a Python, which is a command or a path. */
  public static Python fresh(String python, Path home, Path logs) throws Exception {
    FileUtils.deleteDirectory(home.toFile());
    run(logs, Map.of(), List.of(python, "-m", "venv", home.toString()));
    return new Python(home, logs);
  }

  /** Returns the Python of a version such as 3.12, from the path or from pyenv; null for none. */
  public static String ofVersion(String version) throws IOException {
    String name = "python" + version;
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      // pyenv puts scripts there that may have no version to start.
      if (!folder.endsWith("shims") && Files.isExecutable(Path.of(folder, name))) {
        return Path.of(folder, name).toString();
      }
    }
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (!Files.isDirectory(versions)) {
      return null;
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.filter(folder -> folder.getFileName().toString().startsWith(version + "."))
          .map(folder -> folder.resolve("bin").resolve(name).toString())
          .findFirst()
          .orElse(null);
    }
  }

  /** Builds the wheel of the build that is tested and returns its path. */
  public static String wheel(Path logs) throws Exception {
    List<String> command = new ArrayList<>(List.of("jobs/python.sh"));
    if (BuildFolder.isOfSpark4()) {
      command.add("--spark4");
    }
    return run(logs, Map.of(), command).strip().lines().reduce("", (a, b) -> b);
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
