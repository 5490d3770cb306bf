package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.Dense;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import io.sextant.job.ExecutorSize.Part;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.profile.effect.EffectPlan.Label;
import io.sextant.table.HeadGrid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunMemoryTest {
  private static final long LAST = 4 * 7_077_888;
  private static final ExecutorSize ENCODER = ExecutorSize.of(model(30_522).config(), 60, 4);

  @Test
  void aRunThatProfilesNeedsTheEncoder() {
    assertThat(new RunMemory(model(30_522), 60, false, 0, null, false).of(4)).isEqualTo(ENCODER);
  }

  @Test
  void effectsOfBertBaseAreCountedByHand() {
    ExecutorSize size = new RunMemory(model(30_522), 60, false, 0, plan(), true).of(4);
    assertThat(size.others())
        .containsExactly(
            new Part("whole last layer, once a JVM", LAST, 1),
            new Part("packed masked-LM head, once a JVM", 4L * (30_522 + 768) * 768, 1),
            new Part("masked-LM scores of a task", 4L * 128 * (768 + 768 + 30_522), 4));
    assertThat(size.heap()).as("that of profiling").isEqualTo(ENCODER.heap());
    assertThat(size.overhead() - ENCODER.overhead())
        .isEqualTo(LAST + 4L * 31_290 * 768 + 4 * 4L * 128 * 32_058);
    assertThat(size.lines())
        .contains(
            "packed masked-LM head, once a JVM         92 MB",
            "masked-LM scores of a task                16 MB x 4")
        .noneMatch(line -> line.contains("untrained"));
  }

  /** The packs have 120 tokens, of which 18 are masked; a layer has two tests. */
  @Test
  void aGreatVocabularyAlsoNeedsHeap() {
    ExecutorSize size = new RunMemory(model(250_002), 60, false, 0, plan(), true).of(4);
    long passes = 4L * (12 * 120 * 768 + 4 * 512 * 768 + 2 * 2 * 120 * 64);
    assertThat(size.heap()).isEqualTo(passes + 8L * 250_002 * (128 + 2 * 18));
    assertThat(size.memory() - ENCODER.memory()).isEqualTo(4 * (size.heap() - ENCODER.heap()));
  }

  @Test
  void aTaskHeadNeedsTheLastLayerAlone() {
    assertThat(new RunMemory(model(250_002), 60, false, 0, plan(), false).of(4).others())
        .containsExactly(new Part("whole last layer, once a JVM", LAST, 1));
    assertThat(new RunMemory(model(30_522), 60, true, 0, null, false).of(4).others())
        .as("of predicted classes")
        .containsExactly(new Part("whole last layer, once a JVM", LAST, 1));
  }

  @Test
  void asManyUntrainedModelsAreOpenAsThereAreTasks() {
    assertThat(new RunMemory(model(30_522), 60, false, 2, null, false).of(4).others())
        .containsExactly(new Part("untrained weights of a task", ENCODER.packed(), 2));
    assertThat(new RunMemory(model(30_522), 60, false, 9, null, false).of(4).others())
        .containsExactly(new Part("untrained weights of a task", ENCODER.packed(), 4));
  }

  /** Returns the knock-outs of two heads of layer 3 and of one of layer 5. */
  private static EffectPlan plan() {
    HeadGrid grid = new HeadGrid(12, 12);
    Label label = new Label("next", "all");
    List<HeadLabel> tests =
        Stream.of(grid.number(3, 0), grid.number(3, 7), grid.number(5, 1))
            .map(head -> new HeadLabel(label, head, true))
            .toList();
    return new EffectPlan(grid, tests, List.of());
  }

  /** Returns BERT-Base with another vocabulary and a masked-LM head, without an encoder. */
  private static BertModel model(int tokens) {
    BertConfig config =
        new BertConfig(
            new EncoderShape(12, 12, 768, 3072), new EmbeddingShape(tokens, 512, 2), true);
    MaskedLmHead head =
        new MaskedLmHead(
            new Dense(Tensor.zeros(768, 768), Tensor.zeros(768)),
            Activation.GELU,
            new LayerNorm(Tensor.zeros(768), Tensor.zeros(768)),
            null,
            Tensor.zeros(tokens),
            103,
            "head");
    return new BertModel("base", config, null, null, head, "base");
  }
}
