package io.sextant.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream of messages to a person that shows no secrets. Bytes pass as they are. */
public final class SecretOutput extends PrintStream {
  private final PrintStream shown;

  private SecretOutput(PrintStream shown) {
    super(shown, true, StandardCharsets.UTF_8);
    this.shown = shown;
  }

  /** From now on, what this process prints and logs shows no secrets. */
  public static void guard() {
    System.setOut(new SecretOutput(System.out));
    System.setErr(new SecretOutput(System.err));
    SecretLogs.guard();
  }

  @Override
  public void print(String text) {
    shown.print(Secrets.hide(String.valueOf(text)));
  }

  @Override
  public void print(Object text) {
    print(String.valueOf(text));
  }

  @Override
  public void println() {
    shown.println();
  }
}
