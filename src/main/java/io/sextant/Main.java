package io.sextant;

import io.sextant.cli.Cli;
import io.sextant.cli.ExitCode;
import java.io.IOException;
import java.util.Optional;

/** The entry point of the jar, for {@code java} and for {@code spark-submit}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    int code = run(arguments);
    // In cluster mode the driver's container ends by itself; exiting 0 there would kill Spark's
    // hooks.
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
    return Cli.run(arguments);
  }
}
