package io.sextant.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream of messages to a person that shows no secrets, in UTF-8. */
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

  /** What a writer on this stream has gathered, lines as a rule. */
  @Override
  public void write(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    String hidden = Secrets.hide(text);
    if (hidden.equals(text)) {
      shown.write(bytes, from, length);
    } else {
      shown.print(hidden);
    }
  }

  @Override
  public void println() {
    shown.println();
  }
}
