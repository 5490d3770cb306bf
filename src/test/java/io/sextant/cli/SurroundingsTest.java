package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On machines with unusual settings, a command works, or one line says what to change. */
class SurroundingsTest {
  @TempDir Path folder;

  private record Outcome(int code, String said) {}

  @Test
  void lettersThatAnAsciiLocaleLosesAreNotMissedInSilence() throws Exception {
    Outcome view =
        start(
            Map.of("LC_ALL", "C"), java("view", "--model", "m", "the caf\u00e9 \u65e5\u672c cat"));
    assumeTrue(!view.said().contains("m does not exist"), "this Java reads UTF-8 in every locale");
    assertThat(view.code()).as(view.said()).isEqualTo(ExitCode.USAGE);
    assertThat(view.said()).contains("LC_ALL=C.UTF-8").hasLineCount(1);
  }

  @Test
  void argumentsThatWereDecodedWrongAreRefused() {
    assertThatCode(() -> PlatformText.requireWhole("ANSI_X3.4-1968", "plain"))
        .doesNotThrowAnyException();
    assertThatCode(() -> PlatformText.requireWhole("UTF-8", "caf\u00e9"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> PlatformText.requireWhole("ANSI_X3.4-1968", "ok", "caf\ufffd"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("caf", "ANSI_X3.4-1968", "LC_ALL=C.UTF-8");
    assertThatThrownBy(() -> PlatformText.requireWhole("UTF-8", "caf\ufffd"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void aUserIdWithoutANameIsToldInOneLine() {
    assertThatThrownBy(() -> HadoopUser.require(null))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("/etc/passwd");
  }

  @Test
  void aLibraryThatMayNotRunWhereItWasUnpackedIsNamedWithItsFolder() throws Exception {
    assumeTrue(canUnshare("-m"), "unshare -m");
    Path noexec = Files.createDirectories(folder.resolve("noexec"));
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    List<String> view = java("view", "--model", model, "the cat");
    view.addAll(1, List.of("-Duser.home=" + noexec, "-Djava.io.tmpdir=" + noexec));
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o noexec tmpfs \"$0\" && exec \"$@\"",
                noexec.toString()));
    command.addAll(view);
    Outcome outcome = start(Map.of(), command);
    assertThat(outcome.code()).as(outcome.said()).isEqualTo(ExitCode.INTERNAL);
    assertThat(outcome.said())
        .contains("native library", noexec.toString(), "DJL_CACHE_DIR", "java.io.tmpdir")
        .hasLineCount(1);
  }

  @Test
  void aHostNameWithoutAddressDoesNotKeepSparkFromStartingHere() throws Exception {
    assumeTrue(canUnshare("-u"), "unshare -u");
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    Path input = Files.writeString(folder.resolve("in.tsv"), "left\tright\na cat\ta dog\n");
    List<String> command =
        new ArrayList<>(
            List.of("unshare", "-u", "sh", "-c", "hostname no-such-host && exec \"$@\"", "sh"));
    command.addAll(
        java(
            "profile",
            "--model",
            model,
            "--input",
            input.toString(),
            "--output",
            folder.resolve("run").toString()));
    Outcome outcome = start(Map.of(), command);
    // The message about the columns shows that Spark has started.
    assertThat(outcome.code()).as(outcome.said()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.said()).contains("starting Spark", "left").doesNotContain("\tat ");
  }

  private static boolean canUnshare(String what) throws Exception {
    try {
      return new ProcessBuilder("unshare", what, "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Outcome start(Map<String, String> environment, List<String> command) throws Exception {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().remove("DJL_CACHE_DIR");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    return new Outcome(process.exitValue(), Files.readString(said));
  }

  private static List<String> java(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=conf/log4j2.properties",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.sextant.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
