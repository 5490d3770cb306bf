package io.sextant.attention.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.EncoderKind;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.MaskedLmRunner;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.Tensor;
import io.sextant.math.Softmax;
import io.sextant.text.EncodedPair;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditRunnerTest {
  private static final int LAYERS = 3;
  private static final int HEADS = 3;

  @ParameterizedTest
  @CsvSource({"onednn, MPNET", "onednn, MODERNBERT", "onednn, DEBERTA_V2", "nd4j, MODERNBERT"})
  void outcomesDependNeitherOnOtherPairsNorOnOtherEdits(String backend, EncoderKind kind) {
    BertModel model = RandomBert.of(kind, LAYERS, HEADS, 16, 40, 3);
    List<EditedPair> pairs = new ArrayList<>();
    for (EncodedPair pair : RandomBert.pairs(30, 5, 40, 2)) {
      pairs.add(masked(pair, edits(model.config(), pair.size())));
    }
    try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      RecordedOutcomes together = run(runner, pairs);
      for (int i = 0; i < pairs.size(); i += 11) {
        EditedPair pair = pairs.get(i);
        for (int edit = 0; edit < pair.edits().size(); edit++) {
          RecordedOutcomes alone =
              run(
                  runner,
                  List.of(
                      new EditedPair(
                          pair.input(),
                          pair.positions(),
                          pair.answers(),
                          List.of(pair.edits().get(edit)))));
          assertThat(alone.of(0, 0)).isEqualTo(together.of(i, edit));
          assertThat(alone.intact(0)).isEqualTo(together.intact(i));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"onednn, MPNET", "onednn, MODERNBERT", "nd4j, NOMIC_BERT"})
  void theIntactPassHasTheBitsOfARunWithoutEdits(String backend, EncoderKind kind) {
    BertModel model = RandomBert.of(kind, LAYERS, HEADS, 16, 40, 3);
    List<EditedPair> pairs = new ArrayList<>();
    for (EncodedPair pair : RandomBert.pairs(8, 5, 40, 2)) {
      pairs.add(masked(pair, edits(model.config(), pair.size())));
    }
    try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
        MaskedLmRunner head = opened.newMaskedLmRunner();
        HiddenStatesRunner plain = opened.newHiddenStatesRunner();
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      RecordedOutcomes outcomes = run(runner, pairs);
      plain.run(
          pairs.stream().map(EditedPair::input).toList(),
          (i, states) -> {
            EditedPair pair = pairs.get(i);
            double loss = 0;
            for (int k = 0; k < pair.positions().length; k++) {
              int position = pair.positions()[k];
              double[] scores = head.scores(states, position, position + 1)[0];
              loss += -new Softmax(scores).log(pair.answers()[k]) / pair.positions().length;
            }
            assertThat(outcomes.intact(i)).containsExactly(loss, 0);
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"onednn", "nd4j"})
  void aHeadThatWritesNothingHasNoEffectAtAll(String backend) {
    BertModel random = RandomBert.of(EncoderKind.MPNET, LAYERS, HEADS, 16, 40, 3);
    BertModel model = withoutOutput(random, new Head(1, 2));
    EncodedPair pair = RandomBert.pair(20, 9, 4);
    List<HeadEdit> silent = edits(model.config(), 20, new Head(1, 2));
    List<HeadEdit> loud = edits(model.config(), 20, new Head(1, 1));
    List<HeadEdit> edits = new ArrayList<>(silent);
    edits.addAll(loud);
    try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      RecordedOutcomes outcomes = run(runner, List.of(masked(pair, edits)));
      for (int edit = 0; edit < edits.size(); edit++) {
        if (edit < silent.size()) {
          assertThat(outcomes.effect(0, edit)).containsExactly(0, 0);
        } else {
          assertThat(outcomes.effect(0, edit)[0]).isNotZero();
          assertThat(outcomes.effect(0, edit)[1]).isPositive();
        }
      }
    }
  }

  @Test
  void keysThatAQuerySeesNothingOfAreKnockedOutForNothing() {
    BertModel model = RandomBert.of(EncoderKind.MODERNBERT, LAYERS, HEADS, 16, 40, 3);
    EncodedPair pair = RandomBert.pair(30, 12, 4);
    int[][] hidden = new int[30][0];
    for (int query = 0; query < 30; query++) {
      int from = query;
      hidden[query] = IntStream.range(0, 30).filter(key -> Math.abs(key - from) > 7).toArray();
    }
    List<HeadEdit> edits =
        List.of(new Knockout(new Head(1, 0), hidden), new Knockout(new Head(0, 0), hidden));
    RecordedOutcomes outcomes = run(model, List.of(masked(pair, edits)));
    assertThat(outcomes.effect(0, 0)).containsExactly(0, 0);
    assertThat(outcomes.effect(0, 1)[1]).isPositive();
  }

  @Test
  void theMeanOverTwoBatchesHasTheBitsOfTheMeanOverOne() {
    BertModel model = RandomBert.of(LAYERS, HEADS, 16, 40, 3);
    List<EncodedPair> pairs = RandomBert.pairs(30, 5, 70, 2);
    try (AttentionModel opened = Backend.of("onednn").open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      ContextSums together = new ContextSums(LAYERS, HEADS * 16);
      runner.addContexts(pairs, together);
      ContextSums apart = new ContextSums(LAYERS, HEADS * 16);
      runner.addContexts(pairs.subList(0, 7), apart);
      runner.addContexts(pairs.subList(7, 30), apart);
      assertThat(apart.mean().byLayer()).isDeepEqualTo(together.mean().byLayer());
    }
  }

  @Test
  void anEditThatDoesNotFitIsRefused() {
    BertModel model = RandomBert.of(LAYERS, HEADS, 16, 40, 3);
    HeadContexts zero = HeadContexts.zero(LAYERS, HEADS * 16);
    refuses(
        model, new Ablation(0, 3, zero), "head 3 of layer 0 of a model of 3 layers with 3 heads");
    refuses(model, new Ablation(3, 0, zero), "head 0 of layer 3");
    refuses(
        model, new Ablation(0, 0, HeadContexts.zero(3, 16)), "contexts of 3 layers of width 16");
    refuses(
        model, new Knockout(new Head(0, 0), new int[9][0]), "9 queries for a pair of 10 tokens");
    int[][] all = new int[10][0];
    all[4] = IntStream.range(0, 10).toArray();
    refuses(model, new Knockout(new Head(2, 1), all), "head 1 of layer 2 leaves query 4 no key");
  }

  private static void refuses(BertModel model, HeadEdit edit, String message) {
    assertThatThrownBy(() -> run(model, List.of(masked(RandomBert.pair(10, 5, 1), List.of(edit)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static RecordedOutcomes run(BertModel model, List<EditedPair> pairs) {
    try (AttentionModel opened = Backend.of("onednn").open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      return run(runner, pairs);
    }
  }

  private static RecordedOutcomes run(EditRunner runner, List<EditedPair> pairs) {
    RecordedOutcomes outcomes = new RecordedOutcomes(pairs);
    runner.run(pairs, outcomes);
    return outcomes;
  }

  private static EditedPair masked(EncodedPair pair, List<HeadEdit> edits) {
    return EditedPair.masked(pair, new int[] {1, pair.size() - 2}, RandomBert.MASK, edits);
  }

  /** Returns edits of heads in the first, a middle and the last layer, and of several layers. */
  private static List<HeadEdit> edits(BertConfig config, int n) {
    List<HeadEdit> edits = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      edits.addAll(edits(config, n, new Head(layer, layer)));
    }
    List<Head> several = List.of(new Head(2, 1), new Head(1, 0), new Head(1, 2));
    edits.add(new Ablation(several, HeadContexts.zero(LAYERS, config.hidden())));
    return edits;
  }

  private static List<HeadEdit> edits(BertConfig config, int n, Head head) {
    float[][] ones = new float[LAYERS][config.hidden()];
    for (float[] layer : ones) {
      Arrays.fill(layer, 1);
    }
    int[][] removed = new int[n][0];
    removed[1] = new int[] {0, 2};
    removed[n - 2] = new int[] {1};
    return List.of(
        new Ablation(List.of(head), HeadContexts.zero(LAYERS, config.hidden())),
        new Ablation(List.of(head), new HeadContexts(ones)),
        new Knockout(head, removed));
  }

  /** Returns a model whose output projection takes nothing from a head. */
  private static BertModel withoutOutput(BertModel model, Head head) {
    List<EncoderLayer> layers = new ArrayList<>(model.weights().layers());
    EncoderLayer layer = layers.get(head.layer());
    float[] kernel = layer.attentionOutput().kernel().toArray();
    int part = model.config().headSize() * model.config().hidden();
    Arrays.fill(kernel, head.head() * part, (head.head() + 1) * part, 0);
    Tensor silent =
        new Tensor("silent", layer.attentionOutput().kernel().shape(), FloatBuffer.wrap(kernel));
    layers.set(
        head.layer(),
        new EncoderLayer(
            layer.query(),
            layer.key(),
            layer.value(),
            layer.positions(),
            new Dense(silent, layer.attentionOutput().bias()),
            layer.attentionNorm(),
            layer.feedForward(),
            layer.feedForwardNorm()));
    BertWeights old = model.weights();
    BertWeights weights =
        new BertWeights(
            old.wordEmbeddings(),
            old.positionEmbeddings(),
            old.tokenTypeEmbeddings(),
            old.embeddingNorm(),
            old.embeddingProjection(),
            old.relativePositions(),
            layers,
            old.finalNorm());
    return new BertModel(
        model.name(), model.config(), model.vocabulary(), weights, model.maskedLm(), "silent");
  }
}
