package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.TaskHead.Problem;
import io.sextant.bert.TinyHuggingFace.Stored;
import io.sextant.bert.layout.ModelLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceTaskHeadTest {
  @TempDir private Path directory;
  private TinyHuggingFace tiny;

  @BeforeEach
  void make() {
    tiny = new TinyHuggingFace(new TinyBert("bert/")).withTaskHead("no", "maybe", "yes");
  }

  @Test
  void itIsReadWhereTheArchitectureNamesIt() {
    assertThat(head().labels()).containsExactly("no", "maybe", "yes");
    assertThat(head().problem()).isEqualTo(Problem.SINGLE_LABEL);
    assertThat(open().purpose().modelClass()).isEqualTo("BertForSequenceClassification");
    tiny.config.putArray("architectures").add("BertForTokenClassification");
    assertThat(head()).isNull();
    tiny.config.remove("architectures");
    assertThat(head()).isNull();
    assertThat(open().purpose().modelClass()).isNull();
  }

  @Test
  void aModelWithoutItsTensorsHasNone() {
    tiny.tensors.remove("classifier.weight");
    assertThat(head()).isNull();
    assertThat(open().purpose().modelClass()).isEqualTo("BertForSequenceClassification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert.pooler.dense.weight", "bert.pooler.dense.bias", "classifier.bias"})
  void aPartThatIsMissingOrMisshapenIsRefused(String name) {
    Stored stored = tiny.tensors.remove(name);
    assertRefused("tensor " + name + " is missing");
    tiny.tensors.put(
        name,
        new Stored(stored.dtype(), new int[] {stored.bytes().length / 4, 1, 1}, stored.bytes()));
    assertRefused("tensor " + name + " has shape");
  }

  @Test
  void theLabelsMustBeAsManyAsTheRows() {
    tiny.config.putObject("id2label").put("0", "no").put("1", "yes");
    assertRefused("tensor classifier.weight has shape [3, 64], expected [2, 64]");
    tiny.config.remove("id2label");
    assertRefused("expected [2, 64]");
    tiny.config.put("num_labels", 3);
    assertThat(head().labels()).containsExactly("LABEL_0", "LABEL_1", "LABEL_2");
    tiny.config.put("num_labels", 0);
    assertRefused("num_labels is 0, expected a positive integer");
  }

  @Test
  void labelsHaveTheIdsFromNoughtOn() {
    tiny.config.putObject("id2label").put("0", "no").put("1", "maybe").put("3", "yes");
    assertRefused("for each id from 0 on, such as 2");
    tiny.config.putObject("id2label").put("0", "no").put("1", "maybe").putNull("2");
    assertRefused("for each id from 0 on, such as 2");
    tiny.config.putObject("id2label").put("0", "no").put("1", "maybe").put("2", "x".repeat(1001));
    assertRefused("a label of at most 1000 characters");
    tiny.config.putArray("id2label").add("no");
    assertRefused("expected an object from ids to labels");
    tiny.config.putObject("id2label").put("0", 7).put("1", false).put("2", "two");
    assertThat(head().labels()).containsExactly("7", "false", "two");
  }

  @Test
  void theProblemIsThatOfTransformers() {
    tiny.config.put("problem_type", "multi_label_classification");
    assertThat(head().problem()).isEqualTo(Problem.MULTI_LABEL);
    tiny.config.put("problem_type", "regression");
    assertThat(head().problem()).isEqualTo(Problem.REGRESSION);
    tiny.config.put("problem_type", "ranking");
    assertRefused("problem_type is \"ranking\", expected regression");
    tiny.withTaskHead("score").config.remove("problem_type");
    assertThat(head().problem()).isEqualTo(Problem.REGRESSION);
    tiny.config.put("problem_type", "single_label_classification");
    assertRefused("expected regression, since there is one label");
  }

  @Test
  void whatIsAppliedToAScoreIsSaid() {
    tiny.withTaskHead("score");
    assertThat(head().meaning()).endsWith("CrossEncoder applies Sigmoid");
    tiny.config.put("sbert_ce_default_activation_function", "torch.nn.modules.linear.Identity");
    assertThat(head().meaning()).endsWith("CrossEncoder applies Identity");
    tiny.config
        .putObject("sentence_transformers")
        .put("activation_fn", "torch.nn.modules.activation.Tanh");
    assertThat(head().meaning()).endsWith("CrossEncoder applies Tanh");
  }

  @Test
  void scoresAreTheSoftmaxOrTheSigmoidsOrTheLogits() {
    double[] logits = {Math.log(1), Math.log(2), Math.log(5)};
    assertThat(head().scores(logits))
        .containsExactly(new double[] {.125, .25, .625}, within(1e-15));
    tiny.config.put("problem_type", "multi_label_classification");
    assertThat(head().scores(logits))
        .containsExactly(new double[] {1 / 2d, 2 / 3d, 5 / 6d}, within(1e-15));
    tiny.config.put("problem_type", "regression");
    assertThat(head().scores(logits)).isEqualTo(logits);
    assertThat(TaskHead.greatest(new double[] {1, 3, 3, 2})).isEqualTo(1);
  }

  @Test
  void itsFingerprintSeesWhatItSays() {
    String expected = head().fingerprint();
    tiny.tensors.computeIfPresent("classifier.bias", (name, stored) -> stored.changed());
    String otherBias = head().fingerprint();
    tiny.config.put("problem_type", "regression");
    String otherProblem = head().fingerprint();
    tiny.config.putObject("id2label").put("0", "no").put("1", "maybe").put("2", "aye");
    assertThat(new String[] {expected, otherBias, otherProblem, head().fingerprint()})
        .doesNotHaveDuplicates();
  }

  @Test
  void itIsNoPartOfTheModelsOwnFingerprint() {
    String bare = open(new TinyHuggingFace(new TinyBert("bert/"))).fingerprint();
    assertThat(open().fingerprint()).isEqualTo(bare);
  }

  private void assertRefused(String message) {
    Refusal.assertRefused(this::head, message);
  }

  private TaskHead head() {
    return open().purpose().taskHead();
  }

  private BertModel open() {
    return open(tiny);
  }

  private BertModel open(TinyHuggingFace made) {
    try {
      return ModelLayouts.open(
          TinyBert.write(made.files(), Files.createTempDirectory(directory, "model")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
