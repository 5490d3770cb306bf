package io.sextant;

import io.sextant.cli.Cli;
import io.sextant.config.SecretOutput;

/** The entry point of the jar, for {@code java} and for {@code spark-submit}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    SecretOutput.guard();
    int code = Cli.run(arguments);
    // In cluster mode the driver's container ends by itself; exiting 0 there would kill Spark's
    // hooks.
    if (code != 0) {
      System.exit(code);
    }
  }
}
