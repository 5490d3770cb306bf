package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Tables have no NaN if a pattern, an interval or a null does not exist for the input. */
class BadCasesTest extends SparkTest {
  private static final String HEADER = "sentence_a\tsentence_b\n";

  @Test
  void singleSentences() throws SQLException {
    String rows = "the cat and the dog sat .\n".repeat(20) + "cats sat on mat\n".repeat(20);
    profile("sentence_a\n" + rows, 40, Map.of());
    assertThat(patterns()).extracting(HeadPattern::pattern).contains("related", "next");
    assertThat(patterns())
        .allSatisfy(row -> assertThat(row.pattern()).isNotIn("related_other", "other_sentence"))
        .allSatisfy(row -> assertThat(row.part()).isNotEqualTo("second_sep"));
  }

  @Test
  void pairsOfOneWord() throws SQLException {
    profile(HEADER + "cat\tdog\n".repeat(30) + "cat\tcat\n".repeat(10), 40, Map.of());
    assertThat(patterns())
        .extracting(HeadPattern::pattern)
        .contains("self", "delimiter")
        .doesNotContain("predictive_subword", "related_other");
    assertThat(patterns())
        .filteredOn(row -> row.pattern().equals("next"))
        .extracting(HeadPattern::part)
        .containsOnly("leak");
  }

  @Test
  void identicalSentences() throws SQLException {
    profile(HEADER + "the cat sat .\tThe cat sat .\n".repeat(40), 40, Map.of());
    assertThat(patterns())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.pattern()).isNotEqualTo("related_other"));
  }

  @Test
  void oneSinglePair() throws SQLException {
    profile(HEADER + "the cat sat on mat .\tit was tired and cats slept .\n", 1, Map.of());
    assertThat(patterns())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.nClusters()).isEqualTo(1))
        .allSatisfy(row -> assertThat(row.share().low()).isNaN())
        .allSatisfy(row -> assertThat(row.grade()).isIn("insufficient", null));
  }

  @Test
  void noEligibleQueryAnywhere() throws SQLException {
    Map<String, Object> one = Map.of("patterns", List.of("related_other"), "until-half-width", .1);
    RunManifest run = profile("sentence_a\n" + "the cat sat .\n".repeat(40), 40, one);
    assertThat(run.halfWidth()).isNull();
    assertThat(patterns()).isEmpty();
    assertThat(directory().read(Table.LABEL_STABILITY)).isEmpty();
    assertThat(directory().read(Table.HEAD_PROFILE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.delimiter().value()).isNaN())
        .allSatisfy(row -> assertThat(row.primaryLabel()).isNull());
  }

  @Test
  void aLanguageWithoutWordNet() throws SQLException {
    profile(
        HEADER + "the cat and cats sat .\tit was cats and dogs .\n".repeat(40),
        40,
        Map.of("linguistics.language", "sw"));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("no lemmas and no WordNet for Swahili")
        .containsOnlyOnce("no list of function words for Swahili");
    assertThat(patterns())
        .filteredOn(row -> row.pattern().equals("related"))
        .extracting(HeadPattern::part)
        .contains("surface")
        .doesNotContain("lemma", "wordnet");
  }

  /** Profiles all patterns and looks for NaN in every table. */
  private RunManifest profile(String text, long pairs, Map<String, Object> flags)
      throws SQLException {
    Map<String, Object> all = new HashMap<>();
    all.put("units", List.of("token", "word"));
    all.put("pair-scores", true);
    all.putAll(flags);
    Path input = Corpus.write(folder.resolve("in.tsv"), text);
    RunManifest run = run(TWO_CORES, input, "run", all);
    assertThat(run.status()).isEqualTo("succeeded");
    assertThat(run.counts().profiled()).isEqualTo(pairs);
    int looked = 0;
    for (Table<?> table : Table.all()) {
      if (Files.exists(folder.resolve("run").resolve(table.name()))) {
        looked++;
        for (Schema.Column column : table.schema().columns()) {
          assertNoNan(table, column);
        }
      }
    }
    assertThat(looked).isGreaterThanOrEqualTo(9);
    return run;
  }

  private void assertNoNan(Table<?> table, Schema.Column column) throws SQLException {
    String bad =
        switch (column.type()) {
          case "double", "float" -> "not isfinite(\"%1$s\")";
          case "list<float>" -> "len(list_filter(\"%1$s\", x -> not isfinite(x))) > 0";
          default -> null;
        };
    if (bad != null) {
      String where = bad.formatted(column.name());
      assertThat(duck("select count(*) from '" + parquet("run", table) + "' where " + where))
          .as(table.name() + "." + column.name())
          .containsExactly("0");
    }
  }

  private List<HeadPattern> patterns() {
    return directory().read(Table.HEAD_PATTERNS);
  }

  private RunDirectory directory() {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }
}
