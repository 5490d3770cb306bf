package io.sextant.job.input.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.job.input.file.Lines.Line;
import io.sextant.job.input.file.TableRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
  private static final JsonRows ROWS =
      new JsonRows(
          Arrays.asList(JsonPath.literal("a"), null, JsonPath.nested("t.b"), JsonPath.literal("m")),
          List.of("m"),
          "UTF-8");

  @Test
  void scalarsAreTakenAsTheyAreWrittenAndAllElseIsPassedOver() {
    TableRow row =
        row("{\"x\": [{\"a\": 1}], \"a\": 1.10, \"t\": {\"b\": true, \"c\": []}, \"m\": [1, {}]}");
    assertThat(row.problem()).isNull();
    assertThat(row.values()).containsExactly("1.10", null, "true", "[1,{}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": NaN, \"t\": {\"b\": NaN}}",
        "{\"a\": null, \"t\": null}",
        "{\"b\": 1, \"t\": \"x\"}",
        "{\"t\": {}}"
      })
  void whatIsMissingIsNull(String line) {
    assertThat(row(line).problem()).isNull();
    assertThat(row(line).values()).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": \"x\"} y|not JSON",
        "{\"a\": \"x\"} {\"a\": \"y\"}|text after the JSON object",
        "[1, 2]|no JSON object",
        "\"text\"|no JSON object",
        "{\"a\": \"x\"|not JSON",
        "{\"a\": \"x\", \"a\": \"y\"}|'a' occurs twice",
        "{\"a\": Infinity}|'a' is Infinity",
        "{\"a\": {\"b\": 1, \"c\": [\"x\"]}}|'a' is of type struct<b:bigint,c:array<string>>",
        "{\"t\": {\"b\": [null]}}|'t.b' is of type array<void>",
        "{\"a\": \"x \\ud83d y\"}|half of a surrogate pair, \\ud83d",
        "{'a': 'x'}|not JSON"
      })
  void whatIsNotOneObjectWithTextIsRejected(String line, String problem) {
    TableRow row = row(line);
    assertThat(row.problem()).contains(problem);
    assertThat(row.raw()).isEqualTo(line);
  }

  @Test
  void aSurrogatePairIsACharacter() {
    assertThat(row("{\"a\": \"\\ud83d\\ude00\"}").value(0)).isEqualTo("\ud83d\ude00");
  }

  @Test
  void deepNestingIsRejectedAndNotFollowed() {
    String deep = "{\"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(row(deep).problem()).contains("not JSON");
  }

  private static TableRow row(String line) {
    return ROWS.row(new Line("f", false, line));
  }
}
