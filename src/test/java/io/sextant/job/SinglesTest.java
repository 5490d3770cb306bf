package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.Purpose;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.fault.UsageException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class SinglesTest extends SparkTest {
  private static final Map<String, Object> SINGLES =
      Map.of(
          "input.id",
          "id",
          "input.singles",
          true,
          "pair-scores",
          true,
          "patterns",
          List.of("next", "delimiter"),
          "input.max-reject-rate",
          1);

  /** Two pairs have the first sentence in common, and one has the same sentence twice. */
  private static final List<String> LINES =
      List.of(
          "2\tthe cat sat .\tthe dog sat .",
          "1\tthe cat sat .\tit was tired .",
          "3\tit slept .\tit slept .",
          "4\tthe mat .\t ",
          "5\tit was tired .\tit was not tired !");

  @Test
  void everyDistinctSentenceIsProfiledOnceByItsLeastPair() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), LINES);
    RunManifest one = run("local[1]", input, "one", SINGLES);
    run(TWO_CORES, input, "two", SINGLES);
    assertThat(tables("two")).isEqualTo(tables("one"));
    assertThat(one.counts().in()).isEqualTo(6);
    assertThat(one.counts().profiled()).isEqualTo(5);
    assertThat(one.counts().rejected()).isEqualTo(1);
    assertThat(
            duck(
                "select distinct pair_id from '"
                    + parquet("one", Table.PAIR_SCORES)
                    + "' order by 1"))
        .containsExactly("1/a", "1/b", "2/b", "3/a", "5/b");
  }

  @Test
  void theNumbersAreThoseOfAFileOfTheSentences() {
    Path pairs = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    List<String> sentences =
        Corpus.lines(40).stream()
            .flatMap(line -> Stream.of(line.split("\t")).skip(1))
            .distinct()
            .toList();
    StringBuilder lines = new StringBuilder("id\tsentence_a\n");
    for (String sentence : sentences) {
      lines.append(lines.length()).append('\t').append(sentence).append('\n');
    }
    Path singles = Corpus.write(folder.resolve("singles.tsv"), lines.toString());
    run(TWO_CORES, pairs, "pairs", SINGLES);
    run(
        TWO_CORES,
        singles,
        "singles",
        Map.of("input.id", "id", "patterns", List.of("next", "delimiter")));
    List<HeadPattern> expected = next("singles");
    List<HeadPattern> found = next("pairs");
    assertThat(found).hasSameSizeAs(expected).isNotEmpty();
    for (int row = 0; row < found.size(); row++) {
      assertThat(found.get(row).nClusters()).isEqualTo(sentences.size());
      assertThat(found.get(row).nQueries()).isEqualTo(expected.get(row).nQueries());
      assertThat(found.get(row).shareMacro())
          .isCloseTo(expected.get(row).shareMacro(), org.assertj.core.api.Assertions.within(1e-12));
    }
  }

  @Test
  void sentencesOfADocumentAreNotCountedTwice() {
    Path document = folder.resolve("a.txt");
    Corpus.write(document, "The cat sat. The dog sat. It was tired. It slept.");
    RunManifest pairs = run(TWO_CORES, document, "pairs", Map.of());
    assertThat(pairs.counts().profiled()).isEqualTo(3);
    RunManifest singles = run(TWO_CORES, document, "singles", Map.of("input.singles", true));
    assertThat(singles.counts().profiled()).isEqualTo(4);
  }

  @Test
  void aFormatOfSingleTextsIsRefused() {
    Path input = Corpus.write(folder.resolve("a.conllu"), "1\tIt\n\n");
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", Map.of("input.singles", true)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--singles has no meaning with the format conllu");
  }

  @Test
  void thatPairsAreOutsideABiEncodersTrainingIsSaidOnce() {
    Path biEncoder = biEncoder();
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(20));
    Map<String, Object> pairs = Map.of("model", biEncoder.toString(), "patterns", List.of("next"));
    run(TWO_CORES, input, "pairs", pairs);
    String said = this.said.toString(StandardCharsets.UTF_8);
    assertThat(said.split(Purpose.PAIRS_ARE_OUTSIDE, -1)).hasSize(2);
    this.said.reset();
    Map<String, Object> singles =
        Map.of("model", biEncoder.toString(), "patterns", List.of("next"), "input.singles", true);
    run(TWO_CORES, input, "singles", singles);
    run(TWO_CORES, input, "other", Map.of("patterns", List.of("next")));
    assertThat(this.said.toString(StandardCharsets.UTF_8))
        .doesNotContain(Purpose.PAIRS_ARE_OUTSIDE);
  }

  /** Returns the tiny model as the encoder of a model of sentence-transformers. */
  private Path biEncoder() {
    Path root = folder.resolve("bi-encoder");
    TinyCheckpoint.write(root.resolve("0_Transformer"));
    try {
      Files.writeString(
          root.resolve("modules.json"),
          "[{\"path\":\"0_Transformer\",\"type\":\"sentence_transformers.models.Transformer\"},"
              + "{\"path\":\"1_Pooling\",\"type\":\"sentence_transformers.models.Pooling\"}]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root;
  }

  private List<HeadPattern> next(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration())
        .read(Table.HEAD_PATTERNS)
        .stream()
        .filter(row -> row.key().stratum().equals("all") && row.key().pattern().equals("next"))
        .toList();
  }
}
