package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class UntrainedTest extends SparkTest {
  private static final List<String> PATTERNS = List.of("next", "self", "delimiter");

  @Test
  void untrainedModelsScoreChanceAlikeOnOneCoreAndTwo() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    Map<String, Object> flags = new HashMap<>();
    flags.put("patterns", PATTERNS);
    flags.put("untrained.models", 2);
    RunManifest run = run("local[1]", input, "one", flags);
    run(TWO_CORES, input, "two", flags);
    assertThat(tables("two")).isEqualTo(tables("one"));
    assertThat(run.stages()).containsKey("null_models");
    assertThat(run.configuration())
        .containsEntry("untrained.models", 2)
        .containsEntry("untrained.pairs", 256)
        .containsEntry("untrained.seed", 1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("null models: 2 untrained of 60 pairs each");
    List<HeadPattern> all =
        rows("one").stream().filter(row -> row.stratum().equals("all")).toList();
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              // The sample is the whole corpus here, and weights of .02 attend almost uniformly.
              assertThat(row.shareUntrained()).isEqualTo(row.nullShare(), within(.02));
              assertThat(row.shareUntrainedGreatest())
                  .isBetween(row.shareUntrained(), row.shareUntrained() + .05);
              assertThat(row.excess())
                  .isEqualTo(row.score().value() - row.shareUntrained(), within(1e-12));
              assertThat(row.untrainedRank()).isBetween(0L, 4L);
              boolean above = row.score().value() > row.shareUntrainedGreatest();
              assertThat(row.untrainedRank() == 0).isEqualTo(above);
            });
    assertThat(rows("one"))
        .filteredOn(row -> !row.stratum().equals("all"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.shareUntrained()).isNaN());
  }

  @Test
  void withoutUntrainedModelsTheColumnsAreNullAndNothingElseChanges() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "plain", Map.of("patterns", PATTERNS));
    run(
        TWO_CORES,
        input,
        "with",
        Map.of("patterns", PATTERNS, "untrained.models", 1, "untrained.pairs", 5));
    assertThat(rows("plain"))
        .allSatisfy(
            row -> {
              assertThat(row.shareUntrained()).isNaN();
              assertThat(row.excess()).isNaN();
              assertThat(row.untrainedRank()).isNull();
            });
    assertThat(rows("with"))
        .extracting(HeadPattern::grade)
        .isEqualTo(rows("plain").stream().map(HeadPattern::grade).toList());
  }

  private List<HeadPattern> rows(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration())
        .read(Table.HEAD_PATTERNS);
  }
}
