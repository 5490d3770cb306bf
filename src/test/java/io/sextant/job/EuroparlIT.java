package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.testing.RealRuns;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On 200 real sentence pairs, BERT-Base's heads that are known from the literature stand out. */
class EuroparlIT {
  @Test
  void theKnownHeadsStandOut() {
    assertThat(RealRuns.first().manifest().counts().profiled()).isEqualTo(RealRuns.PAIRS);

    List<HeadPattern> next = ranking("next", "all");
    assertThat(next.subList(0, 2))
        .extracting(EuroparlIT::name)
        .containsExactlyInAnyOrder("2-0", "2-9");
    assertThat(next.subList(0, 2))
        .allSatisfy(
            head -> {
              assertThat(head.share().value()).isGreaterThan(.8);
              assertThat(head.grade()).isEqualTo("dominant");
            });
    assertThat(name(ranking("previous", "all").get(0))).isEqualTo("3-5");
    assertThat(ranking("delimiter", "sep"))
        .filteredOn(head -> List.of("7-3", "7-6").contains(name(head)))
        .hasSize(2)
        .allSatisfy(head -> assertThat(head.share().value()).isGreaterThan(.6));
  }

  private List<HeadPattern> ranking(String pattern, String part) {
    return RealRuns.first().read(Table.HEAD_PATTERNS).stream()
        .filter(row -> row.stratum().equals("all"))
        .filter(row -> row.pattern().equals(pattern) && row.part().equals(part))
        .sorted(Comparator.comparingDouble((HeadPattern row) -> row.share().value()).reversed())
        .toList();
  }

  private static String name(HeadPattern head) {
    return head.layer() + "-" + head.head();
  }
}
