package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A process of a test that ends with the test. Its output is written to a file. */
final class Child implements AutoCloseable {
  private static final int INT = 2;
  private static final int KILL = 9;
  private static final int CONT = 18;
  private static final int STOP = 19;
  private static final long POLL_NANOS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Child start(Path log, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Returns the output so far. */
  String said() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a condition holds; fails if the process ends first. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as("ended before " + what + ": " + said()).isTrue();
      assertThat(System.nanoTime()).as("no " + what + " in time: " + said()).isLessThan(end);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  void awaitLine(String text) {
    await("'" + text + "'", () -> said().contains(text));
  }

  /** Stops the process (SIGSTOP) at a moment at which a condition holds, then kills it. */
  void killWhen(String what, BooleanSupplier condition) {
    freezeWhen(what, condition);
    signal(handle(), KILL);
    exit();
  }

  /** Stops the process (SIGSTOP) at a moment at which a condition holds. */
  void freezeWhen(String what, BooleanSupplier condition) {
    boolean caught = false;
    while (!caught) {
      await(what, condition);
      signal(handle(), STOP);
      caught = condition.getAsBoolean();
      if (!caught) {
        signal(handle(), CONT);
      }
    }
  }

  /** Interrupts the process as Ctrl-C does. */
  void interrupt() {
    signal(handle(), INT);
  }

  static void kill(ProcessHandle process) {
    signal(process, KILL);
  }

  static void freeze(ProcessHandle process) {
    signal(process, STOP);
  }

  static void thaw(ProcessHandle process) {
    signal(process, CONT);
  }

  /** Waits for the end of the process and returns the exit code. */
  int exit() {
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void signal(ProcessHandle process, int signal) {
    Function.getFunction("c", "kill").invokeInt(new Object[] {(int) process.pid(), signal});
  }

  @Override
  public void close() {
    handle().descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    exit();
  }
}
