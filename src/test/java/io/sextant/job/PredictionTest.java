package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class PredictionTest extends SparkTest {
  private static final Map<String, Object> FIVE_PAIRS =
      Map.of("mlm.pairs", 5, "mlm.max-tokens", 20, "patterns", List.of("next"));

  @Test
  void aSampleIsHeldAgainstTheMaskedLmHeadAlikeOnOneCoreAndTwo() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    run("local[1]", input, "one", FIVE_PAIRS);
    run(TWO_CORES, input, "two", FIVE_PAIRS);
    assertThat(tables("two")).isEqualTo(tables("one"));
    assertThat(predictions("one"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.unit()).isEqualTo("word");
              assertThat(row.nClusters()).isEqualTo(5);
              assertThat(row.rankCorrelation().value()).isBetween(-1.0, 1.0);
              assertThat(row.rankCorrelation().low()).isLessThan(row.rankCorrelation().value());
              assertThat(row.top1Null()).isBetween(0.0, 1.0);
              assertThat(row.grade()).isNull();
            });
    assertThat(directory("one").manifest().stages()).containsKey("predictive_mlm");
  }

  @Test
  void aRunThatIsResumedFindsThePredictionsOfTheFirst() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    run(TWO_CORES, input, "whole", FIVE_PAIRS);
    Map<String, Object> flags = new HashMap<>(FIVE_PAIRS);
    flags.put("max-chunks", 1);
    assertThatThrownBy(() -> run(TWO_CORES, input, "parts", flags))
        .isInstanceOf(PartialRunException.class);
    assertThat(predictions("parts")).hasSize(2);
    flags.put("max-chunks", 0);
    flags.put("output.existing", "resume");
    assertThat(run(TWO_CORES, input, "parts", flags).stages()).doesNotContainKey("predictive_mlm");
    assertThat(tables("parts")).isEqualTo(tables("whole"));
  }

  /** RoBERTa has another mask, two delimiters between the sentences, and a byte-level tokenizer. */
  @Test
  void robertasHeadIsAskedToo() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Map<String, Object> flags = new HashMap<>(FIVE_PAIRS);
    flags.put("mlm.max-tokens", 60);
    flags.put("model", GoldenModel.maskedLm("roberta").toString());
    run(TWO_CORES, input, "run", flags);
    assertThat(predictions("run"))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row.nClusters()).isEqualTo(5);
              assertThat(row.rankCorrelation().value()).isBetween(-1.0, 1.0);
              assertThat(row.top1Null()).isBetween(0.0, 1.0);
            });
    assertThat(directory("run").manifest().model().maskedLmFingerprint()).hasSize(64);
  }

  @Test
  void anotherMaskedLmHeadIsAnotherRunButOnlyWhereItIsAsked() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    Path other = TinyCheckpoint.writeOtherHead(folder.resolve("other"));
    Map<String, Object> flags = new HashMap<>(FIVE_PAIRS);
    flags.put("max-chunks", 1);
    assertThatThrownBy(() -> run(TWO_CORES, input, "asked", flags))
        .isInstanceOf(PartialRunException.class);
    flags.put("output.existing", "resume");
    flags.put("model", other.toString());
    assertThatThrownBy(() -> run(TWO_CORES, input, "asked", flags))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("it is another run: masked-LM head was ");
    Map<String, Object> plain = Map.of("patterns", List.of("next"));
    String first = run(TWO_CORES, input, "plain", plain).runId();
    Map<String, Object> again = Map.of("patterns", List.of("next"), "model", other.toString());
    assertThat(run(TWO_CORES, input, "again", again).runId()).isEqualTo(first);
  }

  @Test
  void noPairThatIsShortEnoughGivesNoRows() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "run", Map.of("mlm.pairs", 5, "mlm.max-tokens", 4));
    assertThat(predictions("run")).isEmpty();
  }

  @Test
  void aCheckpointWithoutTheHeadIsRefusedBeforeAnythingRuns() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Path bare = TinyCheckpoint.writeEncoder(folder.resolve("bare"));
    assertThatThrownBy(
            () -> run(TWO_CORES, input, "run", Map.of("model", bare.toString(), "mlm.pairs", 5)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("of bare the checkpoint has no masked-LM head");
    assertThat(Files.exists(folder.resolve("run"))).isFalse();
  }

  private List<HeadPattern> predictions(String output) {
    return directory(output).read(Table.HEAD_PATTERNS).stream()
        .filter(row -> row.pattern().equals("predictive_mlm"))
        .toList();
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
