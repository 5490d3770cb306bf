package io.sextant;

import io.sextant.cli.Cli;
import io.sextant.cli.ExitCode;
import io.sextant.redaction.SecretOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The entry point of the jar, for {@code java} and for {@code spark-submit}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    // Libraries format numbers and change case by the default locale, so it is fixed.
    Locale.setDefault(Locale.ROOT);
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int code = run(arguments);
    // In cluster mode the driver's container ends by itself; exit code 0 would stop Spark's hooks.
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String[] arguments) throws IOException {
    Optional<String> refusal = RequiredSpark.refusal(Main.class.getClassLoader());
    if (refusal.isPresent()) {
      System.err.println("sextant: " + refusal.get());
      return ExitCode.BAD_INPUT;
    }
    LogSettings.apply();
    SecretOutput.guard();
    boolean verbose = List.of(arguments).contains("--verbose");
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> Cli.uncaught(thread, error, verbose));
    return Cli.run(arguments);
  }

  /** Returns a stream that prints in UTF-8 in every locale. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
