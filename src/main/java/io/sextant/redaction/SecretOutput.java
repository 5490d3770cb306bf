package io.sextant.redaction;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream for messages to a person, in UTF-8, that removes secrets and writes control characters
 * as their codes.
 */
public final class SecretOutput extends PrintStream {
  private static final String BACK = "\r";

  private final PrintStream shown;

  private SecretOutput(PrintStream shown) {
    super(shown, true, StandardCharsets.UTF_8);
    this.shown = shown;
  }

  /** Replaces the output streams of this process and guards its logs. */
  public static void guard() {
    System.setOut(new SecretOutput(System.out));
    System.setErr(new SecretOutput(System.err));
    SecretLogs.guard();
  }

  @Override
  public void print(String text) {
    // A progress bar begins with a carriage return, which is kept.
    boolean goesBack = text != null && text.startsWith(BACK);
    shown.print(
        goesBack ? BACK + harmless(text.substring(BACK.length())) : harmless(String.valueOf(text)));
  }

  @Override
  public void print(Object text) {
    print(String.valueOf(text));
  }

  /** Writes what a writer on this stream has buffered, which is usually whole lines. */
  @Override
  public void write(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    String hidden = harmless(text);
    if (hidden.equals(text)) {
      shown.write(bytes, from, length);
    } else {
      shown.print(hidden);
    }
  }

  private static String harmless(String text) {
    return TerminalText.of(Secrets.hide(text));
  }

  @Override
  public void println() {
    shown.println();
  }
}
