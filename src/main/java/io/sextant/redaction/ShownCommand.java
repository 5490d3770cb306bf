package io.sextant.redaction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Hides the secrets of a command that a script will print. The program reads the command's words
 * from standard input, each followed by a zero byte, and writes them in the same form to standard
 * output.
 */
public final class ShownCommand {
  private ShownCommand() {}

  public static void main(String[] none) throws IOException {
    String words = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    List<String> shown = Secrets.hideInCommand(Arrays.asList(words.split("\0", -1)));
    // The zero byte after the last word makes the split end with an empty string.
    System.out.write(String.join("\0", shown).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
