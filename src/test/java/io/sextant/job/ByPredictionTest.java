package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.GoldenModel;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PairScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByPredictionTest extends SparkTest {
  private static final int PAIRS = 60;

  @Test
  void everyPairIsInTheStratumOfItsClass() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), lines());
    Map<String, Object> flags = flags("albert");
    flags.put("pair-scores", true);
    RunManifest manifest = run("local[1]", input, "one", flags);
    run(TWO_CORES, input, "two", flags);
    assertThat(tables("two")).isEqualTo(tables("one"));
    RunManifest.TaskHead head = manifest.model().taskHead();
    assertThat(head.modelClass()).isEqualTo("AlbertForSequenceClassification");
    assertThat(head.problem()).isEqualTo("single_label");
    assertThat(head.labels())
        .containsExactly("LABEL_0", "LABEL_1", "LABEL_2", "LABEL_3", "LABEL_4");

    Map<String, Long> predicted =
        predictions("one").values().stream()
            .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    assertThat(predicted).hasSizeGreaterThan(1);
    Map<String, Long> strata =
        patterns("one").stream()
            .filter(
                row ->
                    row.key().stratum().startsWith("predicted=")
                        && row.key().pattern().equals("next"))
            .collect(
                Collectors.toMap(
                    row -> row.key().stratum().substring("predicted=".length()),
                    HeadPattern::nClusters,
                    (n, other) -> n));
    assertThat(strata).isEqualTo(predicted);
    assertThat(directory("one").read(Table.CATALOGUE))
        .filteredOn(row -> "prediction".equals(row.family()) && row.kind().equals("stratum"))
        .extracting(CatalogueRow::title)
        .containsExactly(head.labels().stream().map("predicted: "::concat).toArray(String[]::new));
  }

  /** The scores of a class are those of a run over its pairs alone. */
  @Test
  void aClassIsACorpusOfItsOwn() {
    List<String> lines = lines();
    Map<String, Object> flags = flags("albert");
    flags.put("pair-scores", true);
    run(TWO_CORES, Corpus.tsv(folder.resolve("in.tsv"), lines), "whole", flags);
    Map<String, String> predicted = predictions("whole");
    String label = predicted.get("id-0");
    List<String> some =
        lines.stream()
            .filter(line -> predicted.get(line.substring(0, line.indexOf('\t'))).equals(label))
            .toList();
    assertThat(some).hasSizeBetween(1, PAIRS - 1);
    run(TWO_CORES, Corpus.tsv(folder.resolve("some.tsv"), some), "class", flags("albert"));
    Map<String, Double> expected = shares("class", "all");
    Map<String, Double> found = shares("whole", "predicted=" + label);
    assertThat(found).isNotEmpty();
    found.forEach((key, share) -> assertThat(share).isCloseTo(expected.get(key), within(1e-12)));
  }

  @ParameterizedTest
  @CsvSource({
    "bert, the task head gives a score",
    "xlm-roberta, the task head may give a pair several labels",
    "none, no task head is read"
  })
  void aModelWithoutClassesIsRefused(String model, String message) {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(20));
    Map<String, Object> flags = flags(model);
    if (model.equals("none")) {
      flags.remove("model");
    }
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", flags))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(message, "leave --by-prediction out");
  }

  @Test
  void aScoreStandsBesideEachPairWithoutAClass() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(20));
    Map<String, Object> flags = flags("bert");
    flags.remove("by-prediction");
    flags.put("pair-scores", true);
    RunManifest manifest = run(TWO_CORES, input, "run", flags);
    assertThat(manifest.model().taskHead().applied()).isEqualTo("torch.nn.modules.linear.Identity");
    assertThat(scores("run"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.prediction().predictedClass()).isNull();
              assertThat(row.prediction().taskScores()).hasSize(1);
            })
        .extracting(row -> row.prediction().taskScores()[0])
        .doesNotContain(0f);
    flags.remove("pair-scores");
    assertThat(run(TWO_CORES, input, "plain", flags).model().taskHead()).isNull();
  }

  /** Returns pairs of words and pairs of marks, which the tiny model predicts to differ. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>(Corpus.lines(PAIRS - 20));
    for (int i = 0; i < 20; i++) {
      lines.add("marks-" + i + "\t" + "?".repeat(1 + i % 3) + "\t.");
    }
    return lines;
  }

  private static Map<String, Object> flags(String model) {
    Map<String, Object> flags = new HashMap<>();
    flags.put("input.id", "id");
    flags.put("by-prediction", true);
    flags.put("patterns", List.of("next", "delimiter"));
    flags.put("model", model.equals("none") ? model : GoldenModel.task(model).toString());
    return flags;
  }

  /** Returns the predicted class of each pair, after checking that its probabilities are so. */
  private Map<String, String> predictions(String output) {
    Map<String, String> predicted = new LinkedHashMap<>();
    for (PairScore row : scores(output)) {
      float[] scores = row.prediction().taskScores();
      String label = row.prediction().predictedClass();
      double sum = 0;
      for (float score : scores) {
        sum += score;
        assertThat(score).isLessThanOrEqualTo(scores[label.charAt("LABEL_".length()) - '0']);
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
      predicted.put(row.pairId(), label);
    }
    assertThat(predicted).hasSize(PAIRS);
    return predicted;
  }

  private Map<String, Double> shares(String output, String stratum) {
    return patterns(output).stream()
        .filter(row -> row.key().stratum().equals(stratum) && row.key().unit().equals("token"))
        .collect(
            Collectors.toMap(
                row ->
                    row.key().layer()
                        + "-"
                        + row.key().head()
                        + " "
                        + row.key().pattern()
                        + " "
                        + row.key().part(),
                row -> row.shareMacro()));
  }

  private List<HeadPattern> patterns(String output) {
    return directory(output).read(Table.HEAD_PATTERNS);
  }

  private List<PairScore> scores(String output) {
    return directory(output).read(Table.PAIR_SCORES);
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
