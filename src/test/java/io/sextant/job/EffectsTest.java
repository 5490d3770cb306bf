package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.config.RunSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.fault.UsageException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Tests the effects of heads in whole jobs. */
class EffectsTest extends SparkTest {
  /** Cuts that heads of random weights exceed, so that there are labels. */
  private static final Map<String, Object> LENIENT =
      Map.of(
          "model",
          GoldenModel.maskedLm("roberta").toString(),
          "grades.consistency",
          0,
          "grades.q-value",
          1,
          "grades.mark.present.share",
          .1,
          "grades.mark.present.lift",
          .5,
          "patterns",
          List.of("next", "related", "delimiter"));

  private static final Map<String, Object> FIVE_PAIRS =
      with(LENIENT, Map.of("effects.pairs", 5, "effects.heads", "all"));

  @Test
  void effectsHaveTheSameBytesOnOneCoreAndFourAndWhenTheyAreMeasuredLater() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    RunManifest one = run("local[1]", input, "one", FIVE_PAIRS);
    RunManifest four = run("local[4]", input, "four", FIVE_PAIRS);
    RunManifest later = run(TWO_CORES, input, "later", LENIENT);
    assertThat(later.effects()).isNull();
    assertThat(directory("later").has(Table.HEAD_EFFECTS)).isFalse();
    later = measure("later", FIVE_PAIRS);
    assertThat(tables("four")).isEqualTo(tables("one"));
    assertThat(tables("later")).isEqualTo(tables("one"));
    assertThat(later.effects()).isEqualTo(one.effects()).isEqualTo(four.effects());
    assertThat(later.tables()).isEqualTo(one.tables());
    assertThat(later.runId()).isEqualTo(one.runId());
    assertThat(one.effects().pairs()).isEqualTo(5);
    assertThat(one.effects().outcomes()).containsExactly("masked_lm_loss", "masked_lm_kl");
    assertThat(folder.resolve("later/_effects")).doesNotExist();
    checkHeads();
    checkPatterns();
    checkLabels();
  }

  private void checkHeads() {
    List<HeadEffect> heads = directory("one").read(Table.HEAD_EFFECTS);
    assertThat(heads).hasSize(8).allSatisfy(row -> assertThat(row.nPairs()).isEqualTo(5));
    HeadEffect loss = heads.get(0);
    HeadEffect divergence = heads.get(1);
    assertThat(loss.outcome()).isEqualTo("masked_lm_loss");
    assertThat(loss.intact()).isPositive();
    assertThat(loss.effect().value()).isNotZero();
    assertThat(loss.effect().low()).isLessThan(loss.effect().value());
    assertThat(loss.layerMean()).isEqualTo(heads.get(2).effect().value());
    assertThat(divergence.outcome()).isEqualTo("masked_lm_kl");
    assertThat(divergence.intact()).isNaN();
    assertThat(divergence.effect().value()).isPositive();
    assertThat(heads.stream().filter(row -> row.outcome().equals("masked_lm_loss")))
        .extracting(HeadEffect::rank)
        .containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  private void checkPatterns() {
    List<PatternEffect> patterns = directory("one").read(Table.PATTERN_EFFECTS);
    assertThat(patterns).anyMatch(PatternEffect::exhibits);
    assertThat(patterns.stream().filter(row -> row.pattern().equals("next")))
        .hasSize(8)
        .allSatisfy(
            row -> {
              assertThat(row.nPairs()).isEqualTo(5);
              assertThat(row.knockoutEffect().value()).isNotZero();
              assertThat(row.controlEffect().value()).isNotZero();
              assertThat(row.difference().value())
                  .isCloseTo(row.matchedEffect() - row.controlEffect().value(), within(1e-12));
              assertThat(row.qValue()).isBetween(0.0, 1.0);
            });
  }

  private void checkLabels() {
    List<LabelEffect> labels = directory("one").read(Table.LABEL_EFFECTS);
    assertThat(labels).isNotEmpty();
    List<HeadEffect> heads = directory("one").read(Table.HEAD_EFFECTS);
    for (LabelEffect row : labels) {
      assertThat(row.randomSets()).isEqualTo(20);
      assertThat(row.rank()).isBetween(1, 21);
      if (row.nHeads() == 4) {
        // Every set has all heads of both layers.
        assertThat(row.difference().value()).isCloseTo(0, within(1e-12));
        assertThat(row.randomSd()).isCloseTo(0, within(1e-12));
        assertThat(row.rank()).isEqualTo(21);
      } else if (row.nHeads() == 1) {
        assertThat(heads).anyMatch(head -> head.effect().equals(row.effect()));
      }
    }
  }

  @Test
  void whatWasMeasuredBeforeAnInterruptionIsNotMeasuredAgain() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    run(TWO_CORES, input, "whole", FIVE_PAIRS);
    PrintStream stops =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (line.startsWith("effects: about")) {
              throw new IllegalStateException("stopped by the test");
            }
          }
        };
    run(TWO_CORES, input, "parts", LENIENT);
    assertThatThrownBy(() -> measure("parts", FIVE_PAIRS, stops)).hasMessage("stopped by the test");
    assertThat(folder.resolve("parts/_effects/part-00000")).exists();
    said.reset();
    measure("parts", FIVE_PAIRS);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("effects: 3 pairs, each with ");
    assertThat(tables("parts")).isEqualTo(tables("whole"));
  }

  @Test
  void anotherAblationGivesOtherEffectsOfTheSameRun() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    RunManifest mean = run(TWO_CORES, input, "run", with(LENIENT, Map.of("effects.pairs", 4)));
    List<HeadEffect> before = directory("run").read(Table.HEAD_EFFECTS);
    RunManifest zero = measure("run", Map.of("effects.pairs", 4, "effects.ablation", "zero"));
    assertThat(zero.runId()).isEqualTo(mean.runId());
    assertThat(zero.effects().ablation()).isEqualTo("zero");
    assertThat(directory("run").read(Table.HEAD_EFFECTS)).isNotEqualTo(before);
    assertThat(directory("run").read(Table.PATTERN_EFFECTS)).allMatch(PatternEffect::exhibits);
  }

  @Test
  void aRunThatHasNotEndedOrWhoseInputOrModelHasChangedIsRefused() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60));
    assertThatThrownBy(
            () -> run(TWO_CORES, input, "partial", with(FIVE_PAIRS, Map.of("max-chunks", 1))))
        .isInstanceOf(PartialRunException.class);
    assertThat(directory("partial").has(Table.HEAD_EFFECTS)).isFalse();
    assertThatThrownBy(() -> measure("partial", FIVE_PAIRS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has the status 'partial'");
    run(TWO_CORES, input, "run", LENIENT);
    Path shorter = Corpus.tsv(folder.resolve("shorter.tsv"), Corpus.lines(59));
    assertThatThrownBy(() -> measure("run", Map.of("input.paths", List.of(shorter.toString()))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("shorter.tsv] is not the one of the run");
    assertThatThrownBy(
            () -> measure("run", Map.of("model", GoldenModel.maskedLm("bert").toString())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("masked-lm/bert is not the one of the run");
    assertThatThrownBy(() -> measure("run", Map.of("distances.kept", 3)))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith(
            "cannot be measured alike here: distances.kept was 16, is 3; profile again");
  }

  @Test
  void aTaskHeadIsAskedWhereThereIsNoMaskedLmHead() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Map<String, Object> task = Map.of("model", GoldenModel.task("bert").toString());
    RunManifest run =
        run(TWO_CORES, input, "run", with(with(LENIENT, task), Map.of("effects.pairs", 4)));
    assertThat(run.effects().outcomes()).hasSize(1);
    assertThat(directory("run").read(Table.HEAD_EFFECTS))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row.outcome()).isEqualTo(run.effects().outcomes().get(0));
              assertThat(row.outcome()).isIn("class_kl", "score_difference");
              assertThat(row.intact()).isNaN();
              assertThat(row.effect().value()).isPositive();
            });
  }

  @Test
  void theHeadThatAnswersIsChosenWhereThereAreTwo() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Path both = TinyCheckpoint.writeBothHeads(folder.resolve("both"));
    RunManifest run =
        run(
            TWO_CORES,
            input,
            "run",
            with(LENIENT, Map.of("model", both.toString(), "effects.pairs", 4)));
    assertThat(run.effects().outcomes()).containsExactly("masked_lm_loss", "masked_lm_kl");
    RunManifest task = measure("run", Map.of("effects.pairs", 4, "effects.outcome", "task"));
    assertThat(task.runId()).isEqualTo(run.runId());
    assertThat(task.effects().outcomes()).containsExactly("class_kl");
    assertThat(task.effects().head()).isNotEqualTo(run.effects().head());
    assertThat(directory("run").read(Table.HEAD_EFFECTS))
        .allSatisfy(row -> assertThat(row.outcome()).isEqualTo("class_kl"));
    RunManifest masked = measure("run", Map.of("effects.pairs", 4, "effects.outcome", "masked-lm"));
    assertThat(masked.effects()).isEqualTo(run.effects());
  }

  @Test
  void aHeadThatTheModelLacksIsRefusedWithWhatItHas() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Map<String, Object> task = with(FIVE_PAIRS, Map.of("effects.outcome", "task"));
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", task))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "of roberta the checkpoint has a masked-LM head only: give another checkpoint or"
                + " --effect-outcome");
    Map<String, Object> masked =
        Map.of("model", GoldenModel.task("bert").toString(), "effects.outcome", "masked-lm");
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", with(FIVE_PAIRS, masked)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "of bert the checkpoint has a task head only: give another checkpoint or"
                + " --effect-outcome");
    assertThatThrownBy(
            () -> run(TWO_CORES, input, "run", with(FIVE_PAIRS, Map.of("effects.outcome", "all"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("effects.outcome is 'all': choose auto, masked-lm or task");
    assertThat(Files.exists(folder.resolve("run"))).isFalse();
  }

  @Test
  void aModelWithoutAHeadThatAnswersIsRefusedBeforeAnythingRuns() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Path bare = TinyCheckpoint.writeEncoder(folder.resolve("bare"));
    Map<String, Object> flags = with(FIVE_PAIRS, Map.of("model", bare.toString()));
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", flags))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "of bare the checkpoint has neither a masked-LM head nor a task head");
    assertThat(Files.exists(folder.resolve("run"))).isFalse();
  }

  private RunManifest measure(String output, Map<String, Object> given) {
    return measure(output, given, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private RunManifest measure(String output, Map<String, Object> given, PrintStream out) {
    RunDirectory directory = directory(output);
    SparkSession spark = session(TWO_CORES);
    try {
      return new EffectsJob(
              spark,
              RunSettings.forEffects(
                  directory.manifest().configuration(), directory.root().toString(), given),
              out)
          .run();
    } finally {
      spark.stop();
    }
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
