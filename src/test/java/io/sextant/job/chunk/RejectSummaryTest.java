package io.sextant.job.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.row.Reject;
import org.junit.jupiter.api.Test;

class RejectSummaryTest {

  @Test
  void theCommonestReasonComesWithItsFirstRow() {
    RejectSummary summary = new RejectSummary();
    summary.add(new Reject("r", "malformed_row", "no JSON", "f", null, null));
    summary.add(
        new Reject("r", "empty_sentence", "sentence A is empty", "f", "1", "a\u001b[31m\tb"));
    summary.add(new Reject("r", "empty_sentence", "sentence B is empty", "f", "2", "c"));
    assertThat(summary.line())
        .isEqualTo("2 for empty_sentence, such as 'a?[31m?b': sentence A is empty");
  }

  @Test
  void aRowWithoutTextIsToldByWhatIsWrongWithIt() {
    RejectSummary summary = new RejectSummary();
    summary.add(new Reject("r", "malformed_row", "no JSON " + "x".repeat(90), "f", null, null));
    assertThat(summary.line())
        .startsWith("1 for malformed_row, such as no JSON xx")
        .endsWith("...");
  }
}
