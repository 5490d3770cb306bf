package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.HeadPattern;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.testing.Europarl;
import io.sextant.testing.RealModel;
import io.sextant.text.SentencePair;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** BERT-Base over 200 real sentence pairs: the heads that the literature knows stand out. */
class EuroparlIT extends SparkTest {
  private static final int PAIRS = 200;
  private static final int LONGEST = 180;

  @Test
  void theKnownHeadsStandOut() throws Exception {
    List<String> lines =
        Europarl.pairs().stream()
            .filter(pair -> pair.sentenceA().length() + pair.sentenceB().length() < LONGEST)
            .limit(PAIRS)
            .map(EuroparlIT::line)
            .toList();
    assertThat(lines).hasSize(PAIRS);
    RunManifest run =
        run(
            TWO_CORES,
            Corpus.tsv(folder.resolve("europarl.tsv"), lines),
            "run",
            Map.of(
                "model", RealModel.path().toString(),
                "input.id", "id",
                "exemplars.per-head", 0,
                "grades.min-pairs", 200,
                "grades.min-queries", 1000));
    assertThat(run.counts().profiled()).isEqualTo(PAIRS);

    List<HeadPattern> next = ranking("next", "all");
    assertThat(next.subList(0, 2))
        .extracting(EuroparlIT::name)
        .containsExactlyInAnyOrder("2-0", "2-9");
    assertThat(next.subList(0, 2))
        .allSatisfy(
            head -> {
              assertThat(head.share()).isGreaterThan(.8);
              assertThat(head.grade()).isEqualTo("dominant");
            });
    assertThat(name(ranking("previous", "all").get(0))).isEqualTo("3-5");
    assertThat(ranking("delimiter", "sep"))
        .filteredOn(head -> List.of("7-3", "7-6").contains(name(head)))
        .hasSize(2)
        .allSatisfy(head -> assertThat(head.share()).isGreaterThan(.6));
  }

  private List<HeadPattern> ranking(String pattern, String part) {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration())
        .read(Table.HEAD_PATTERNS)
        .stream()
        .filter(row -> row.stratum().equals("all"))
        .filter(row -> row.pattern().equals(pattern) && row.part().equals(part))
        .sorted(Comparator.comparingDouble(HeadPattern::share).reversed())
        .toList();
  }

  private static String name(HeadPattern head) {
    return head.layer() + "-" + head.head();
  }

  private static String line(SentencePair pair) {
    return pair.id() + "\t" + pair.sentenceA() + "\t" + pair.sentenceB();
  }
}
