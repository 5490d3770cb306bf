package io.sextant.job.input.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DelimitedParserTest {
  private static final Dialect CSV = new Dialect(',', '"', false, false);

  @Test
  void quotesAreUndoubledAndEverythingInThemIsText() throws IOException {
    assertThat(fields("a,\"b, \"\"c\"\"\nd\r\ne\",,\"\"\r\nx,y z,\" \",\n"))
        .containsExactly(
            Arrays.asList("a", "b, \"c\"\nd\r\ne", null, ""), Arrays.asList("x", "y z", " ", null));
  }

  @Test
  void quotesInsideAnUnquotedFieldAndBareReturnsAreText() throws IOException {
    assertThat(fields("a \"b\" c,d\re\n")).containsExactly(List.of("a \"b\" c", "d\re"));
  }

  @Test
  void theLastLineNeedsNoEndAndBlankLinesAreNoRecords() throws IOException {
    assertThat(fields("\n  \na,b\n\n\"c\",d"))
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
    assertThat(fields("a,")).containsExactly(Arrays.asList("a", null));
  }

  @Test
  void textAfterAClosingQuoteSpoilsTheLinesThatMayBeOfItsRecord() throws IOException {
    List<DelimitedRecord> records =
        parse(CSV, "1,\"he said \"hi\", he\nmiddle, line\nsaid\",x\n\"2\",y\n3,z\n");
    assertThat(records).extracting(DelimitedRecord::raw).hasSize(5);
    assertThat(records.get(0).problem()).contains("line 1 has text after a closing quote");
    assertThat(records.get(0).fields()).containsExactly("1");
    assertThat(good(records)).doesNotContain(List.of("middle", " line"));
    assertThat(good(records)).contains(List.of("3", "z"));
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsEveryLineAfterIt() throws IOException {
    List<DelimitedRecord> records = parse(CSV, "a,b\nc,\"d\ne,f\ng,h\n");
    assertThat(good(records)).containsExactly(List.of("a", "b"));
    assertThat(records).hasSize(4);
    assertThat(records.get(1).problem()).contains("opens in line 2 is not closed");
    assertThat(records.get(3).problem()).contains("broken in line 2");
  }

  @Test
  void anEndlessQuotedFieldIsGivenUpInBoundedMemory() throws IOException {
    String text = "a,\"" + "x".repeat(5_000_000) + "\n" + "b,c\n".repeat(3);
    List<DelimitedRecord> records = parse(CSV, text);
    assertThat(good(records)).isEmpty();
    assertThat(records).hasSize(4);
  }

  @Test
  void aBackslashEscapesQuotesWhereTheUserSaysSo() throws IOException {
    Dialect spark = new Dialect(',', '"', true, true);
    assertThat(good(parse(spark, "\"he said \\\"hi\\\" ok\",\"a \\\\\"\n\"x\\y\",b\\\"\n")))
        .containsExactly(List.of("he said \"hi\" ok", "a \\"), List.of("x\\y", "b\\\""));
  }

  @Property(tries = 300)
  void whatRfc4180WritesIsReadBack(@ForAll("tables") List<List<String>> table) throws IOException {
    String text =
        table.stream()
            .map(
                row ->
                    row.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n"));
    assertThat(fields(text)).isEqualTo(table);
  }

  @Property(tries = 500)
  void noTextIsLostOrChangedWhateverTheQuotes(@ForAll("texts") String text) throws IOException {
    List<DelimitedRecord> records = parse(CSV, text);
    for (DelimitedRecord record : records) {
      if (record.problem() == null) {
        // A good record is the text that was read, when it is written again.
        assertThat(unquoted(record.raw()))
            .isEqualTo(
                record.fields().stream()
                    .map(field -> field == null ? "" : field)
                    .collect(Collectors.joining(",")));
      }
    }
    String raw = records.stream().map(DelimitedRecord::raw).collect(Collectors.joining());
    assertThat(raw.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return text().list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return text();
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().withChars('a', ' ', ',', '"', '\n', '\r').ofMaxLength(30);
  }

  /** Returns a record's text without its quotes, with a simple parser for well-formed records. */
  private static String unquoted(String raw) {
    StringBuilder text = new StringBuilder();
    boolean isStart = true;
    boolean isQuoted = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '"' && isStart) {
        isQuoted = true;
        isStart = false;
      } else if (c == '"' && isQuoted) {
        boolean isDoubled = i + 1 < raw.length() && raw.charAt(i + 1) == '"';
        if (isDoubled) {
          text.append(c);
          i++;
        } else {
          isQuoted = false;
        }
      } else {
        text.append(c);
        isStart = c == ',' && !isQuoted;
      }
    }
    return text.toString();
  }

  private static List<List<String>> fields(String text) throws IOException {
    List<DelimitedRecord> records = parse(CSV, text);
    assertThat(records).allSatisfy(record -> assertThat(record.problem()).isNull());
    return records.stream().map(DelimitedRecord::fields).toList();
  }

  private static List<List<String>> good(List<DelimitedRecord> records) {
    return records.stream()
        .filter(record -> record.problem() == null)
        .map(DelimitedRecord::fields)
        .toList();
  }

  private static List<DelimitedRecord> parse(Dialect dialect, String text) throws IOException {
    DelimitedParser parser = new DelimitedParser(new StringReader(text), dialect, '\n');
    List<DelimitedRecord> records = new ArrayList<>();
    for (DelimitedRecord next = parser.next(); next != null; next = parser.next()) {
      records.add(next);
    }
    return records;
  }
}
