package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how the page formats numbers and tables. */
class ScriptFormatIT {
  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts = Scripts.open();
  }

  @AfterAll
  static void close() {
    if (scripts != null) {
      scripts.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "asShare(.126), .13",
    "asShare(1), 1.00",
    "asShare(-.126), −.13",
    "asShare(-.001), .00",
    "asExactShare(.9104), .910",
    "asLift(.5), .50",
    "asLift(.996), 1.0",
    "asLift(9.94), 9.9",
    "asLift(9.96), 10",
    "asExactLift(.5), .500",
    "asExactLift(9.5), 9.50",
    "asExactLift(25.28), 25.3",
    "asPlain(-1.5), -1.50",
    "asQ(.0004), < .001",
    "asQ(.02), .020",
    "asSigned(.05), +.050",
    "asSigned(.4), +.40",
    "asSigned(-.2), −.20",
    "asSigned(0), .000",
    "asExactSigned(.4), +.400",
    "asCount(12480.4), '12,480'"
  })
  void aNumberIsWrittenWithoutTheLeadingZeroAndWithATrueMinus(String call, String written) {
    assertThat(scripts.text("format", "m." + call)).isEqualTo(written);
  }

  @Test
  void whatWasNotMeasuredIsADashAndWhatIsInfiniteASign() {
    assertThat(scripts.list("format", "[NaN, null, undefined].map((v) => m.decimals(v, 2))"))
        .isEqualTo(List.of("–", "–", "–"));
    assertThat(scripts.text("format", "m.asCount(NaN) + m.asPlain(NaN)")).isEqualTo("––");
    assertThat(scripts.text("format", "m.asLift(Infinity) + m.asShare(-Infinity)"))
        .isEqualTo("∞−∞");
  }

  @Test
  void anIntervalIsWrittenByItsBoundsAndAMissingOneIsNothing() {
    assertThat(scripts.text("format", "m.asInterval([.1, .25], m.asShare)"))
        .isEqualTo(".10 to .25");
    assertThat(scripts.text("format", "m.bracketed([.1, .25], m.asExactShare)"))
        .isEqualTo(" (.100 to .250)");
    assertThat(
            scripts.text("format", "m.asInterval(null, m.asShare) + m.bracketed(null, m.asShare)"))
        .isEmpty();
  }

  @Test
  void aLongTextIsCutByCharactersNotByTheirHalves() {
    assertThat(scripts.text("format", "m.cut('strawberries', 5)")).isEqualTo("stra…");
    assertThat(scripts.text("format", "m.cut('straw', 5)")).isEqualTo("straw");
    assertThat(scripts.text("format", "m.cut('😀😀😀', 2)")).isEqualTo("😀…");
    assertThat(scripts.text("format", "m.cut('新鲜的草莓', 6)")).isEqualTo("新鲜…");
    assertThat(scripts.text("format", "m.cut('草莓', 4)")).isEqualTo("草莓");
    assertThat(scripts.number("lines", "m.labelRoom([{ text: '草莓草莓' }])"))
        .as("wide characters have their room")
        .isEqualTo(scripts.number("lines", "m.labelRoom([{ text: 'eightabc' }])"));
    assertThat(scripts.text("format", "m.capital('rank correlation')"))
        .isEqualTo("Rank correlation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        ".5 | 0.5",
        "NaN | ^^",
        "null | ^^",
        "'plain' | plain",
        "'a,b' | \"a,b\"",
        "'say \"so\"' | \"say \"\"so\"\"\"",
        "'=1+1' | '=1+1",
        "'@x' | '@x",
        "'-1' | '-1",
        "-1 | -1"
      })
  void aCellOfACsvFileIsQuotedAndNoTextIsAFormula(String value, String cell) {
    assertThat(scripts.text("csv", "m.csvCell(" + value + ")")).isEqualTo(cell);
  }

  @Test
  void rowsEndAsCsvFilesEndThemAndTheClipboardHasTabs() {
    assertThat(scripts.text("csv", "m.toCsv([['a', 1], ['b', 2]])")).isEqualTo("a,1\r\nb,2\r\n");
    assertThat(scripts.text("csv", "m.toTsv([['a\\tb', 1], ['c\\n', 2]])"))
        .isEqualTo("a b\t1\nc \t2");
  }

  @Test
  void aSliceNamesAFileThatEverySystemTakes() {
    assertThat(
            scripts.text(
                "maps",
                "m.fileName({ key: 'next' }, { part: 'all', unit: 'token', stratum: 'n<=16' })"))
        .isEqualTo("next-all-token-n_16");
  }
}
