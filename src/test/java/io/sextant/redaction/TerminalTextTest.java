package io.sextant.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void controlCharactersAreShownByTheirCode() {
    assertThat(TerminalText.of("a\u001b]0;title\u0007b\rc\u0000\u009b2J\u202eexe.txt"))
        .isEqualTo("a\\u001b]0;title\\u0007b\\u000dc\\u0000\\u009b2J\\u202eexe.txt");
  }

  @Test
  void allOtherTextStays() {
    String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00\tC:\\dir $1\nnext line";
    assertThat(TerminalText.of(text)).isEqualTo(text);
  }

  @Test
  void whatIsPrintedIsFilteredHoweverItIsPrinted() {
    PrintStream before = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      SecretOutput.guard();
      System.out.println("there is no file \u001b[2J.tsv");
      System.out.print((Object) "\u001b");
      System.out.print("\r12 of 400 pairs\r");
      byte[] bytes = "\u001bc".getBytes(StandardCharsets.UTF_8);
      System.out.write(bytes, 0, bytes.length);
    } finally {
      System.setOut(before);
      System.setErr(errors);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("there is no file \\u001b[2J.tsv\n\\u001b\r12 of 400 pairs\\u000d\\u001bc");
  }
}
