package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sextant.bert.Activation;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.bert.Window;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests that every backend must pass in a precision. */
public abstract class BackendContract {
  private final Backend backend;
  private final Precision precision;
  private final double error;

  /** Creates the tests of a backend in float32. */
  protected BackendContract(String name) {
    this(name, Precision.F32, 1e-5);
  }

  /**
   * Creates the tests of a backend in a precision.
   *
   * @param error the greatest absolute error of a weight and relative error of a norm; that of a
   *     hidden state is five times as much
   */
  protected BackendContract(String name, Precision precision, double error) {
    backend = Backend.of(name);
    this.precision = precision;
    this.error = error;
  }

  @ParameterizedTest
  @CsvSource({"1,1,8,16", "2,3,16,40", "3,2,20,72", "2,4,64,512", "12,2,12,96"})
  void agreesWithFloat64(int layers, int heads, int headSize, int intermediate) {
    BertModel model = RandomBert.of(layers, heads, headSize, intermediate, layers);
    List<EncodedPair> pairs = new ArrayList<>();
    for (int size = 3; size <= 20; size++) {
      pairs.add(RandomBert.pair(size, size % 3 == 0 ? size - 1 : size / 2, size));
    }
    RecordingSink maps = run(model, pairs);
    for (int pair = 0; pair < pairs.size(); pair++) {
      double[][][][] expected = new Float64Bert(model).attention(pairs.get(pair));
      assertThat(maps.of(pair)).hasSize(layers);
      for (int layer = 0; layer < layers; layer++) {
        assertClose(maps.of(pair).get(layer), expected[layer]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,8,16", "2,3,16,40", "3,2,20,72", "2,4,64,512", "12,2,12,96"})
  void normsAgreeWithFloat64(int layers, int heads, int headSize, int intermediate) {
    BertModel model = RandomBert.of(layers, heads, headSize, intermediate, layers);
    List<EncodedPair> pairs = RandomBert.pairs(12, 3, 40, layers);
    RecordingSink maps = run(model, pairs, AttentionOutputs.NORMS);
    for (int pair = 0; pair < pairs.size(); pair++) {
      double[][][] expected = new Float64Bert(model).norms(pairs.get(pair));
      for (int layer = 0; layer < layers; layer++) {
        AttentionMap map = maps.of(pair).get(layer);
        assertThat(map.norms()).hasSize(heads * map.size());
        for (int head = 0; head < heads; head++) {
          for (int key = 0; key < map.size(); key++) {
            assertThat((double) map.norms()[head * map.size() + key])
                .as("layer %d, head %d, key %d of %d", layer, head, key, map.size())
                .isCloseTo(expected[layer][head][key], withinPercentage(100 * error));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationAgreesWithItsClosedForm(Activation activation) {
    BertModel model = RandomBert.of(activation, 5);
    EncodedPair pair = RandomBert.pair(12, 5, 3);
    double[][][][] expected = new Float64Bert(model).attention(pair);
    RecordingSink maps = run(model, List.of(pair));
    for (int layer = 0; layer < expected.length; layer++) {
      assertClose(maps.of(0).get(layer), expected[layer]);
    }
  }

  /** Pairs are longer than the windows, and as long as reaches the last bucket of the biases. */
  @ParameterizedTest
  @EnumSource
  void everyKindOfEncoderAgreesWithFloat64(EncoderKind kind) {
    BertModel model = RandomBert.of(kind, 4, 3, 16, 40, 3);
    List<EncodedPair> pairs = new ArrayList<>(RandomBert.pairs(6, 3, 40, 2));
    pairs.add(RandomBert.pair(130, 60, 1));
    RecordingSink maps = run(model, pairs, AttentionOutputs.NORMS);
    List<float[]> states = hiddenStates(model, pairs);
    Float64Bert exact = new Float64Bert(model);
    for (int i = 0; i < pairs.size(); i++) {
      double[][][][] attention = exact.attention(pairs.get(i));
      double[][][] norms = exact.norms(pairs.get(i));
      double[][] last = exact.hiddenStates(pairs.get(i));
      for (int layer = 0; layer < attention.length; layer++) {
        AttentionMap map = maps.of(i).get(layer);
        assertClose(map, attention[layer]);
        assertUnseenIsZero(map, model.config().window(layer));
        assertEntropies(map);
        for (int key = 0; key < map.heads() * map.size(); key++) {
          assertThat((double) map.norms()[key])
              .isCloseTo(
                  norms[layer][key / map.size()][key % map.size()], withinPercentage(100 * error));
        }
      }
      for (int k = 0; k < last.length * last[0].length; k++) {
        assertThat((double) states.get(i)[k])
            .isCloseTo(last[k / last[0].length][k % last[0].length], within(20 * error));
      }
    }
  }

  private static void assertUnseenIsZero(AttentionMap map, Window window) {
    for (int head = 0; head < map.heads(); head++) {
      for (int query = 0; query < map.size(); query++) {
        for (int key = 0; key < map.size(); key++) {
          if (!window.sees(key - query)) {
            assertThat(map.weight(head, query, key)).isZero();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPairsMapsDoNotDependOnItsBatchInAnyKindOfEncoder(EncoderKind kind) {
    BertModel model = RandomBert.of(kind, 3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    List<float[]> states = hiddenStates(model, pairs);
    RecordingSink together = run(model, pairs, AttentionOutputs.NORMS);
    for (int i = 0; i < pairs.size(); i++) {
      RecordingSink alone = run(model, List.of(pairs.get(i)), AttentionOutputs.NORMS);
      assertIdentical(together.of(i), alone.of(0));
      for (int layer = 0; layer < 3; layer++) {
        assertThat(together.of(i).get(layer).norms()).isEqualTo(alone.of(0).get(layer).norms());
      }
      assertThat(states.get(i)).isEqualTo(hiddenStates(model, List.of(pairs.get(i))).get(0));
    }
  }

  @Test
  void aPairThatIsLongerThanAPackChangesNoOther() {
    BertModel model = RandomBert.of(EncoderKind.MODERNBERT, 2, 2, 8, 16, 9);
    EncodedPair longest = RandomBert.pair(600, 300, 1);
    EncodedPair shorter = RandomBert.pair(20, 9, 2);
    RecordingSink before = run(model, List.of(shorter));
    try (AttentionModel opened = backend.open(model, precision);
        AttentionRunner runner = opened.newRunner()) {
      run(runner, List.of(shorter));
      RecordingSink both = run(runner, List.of(longest, shorter));
      assertIdentical(both.of(1), before.of(0));
      assertIdentical(both.of(0), run(model, List.of(longest)).of(0));
      assertClose(both.of(0).get(0), new Float64Bert(model).attention(longest)[0]);
    }
  }

  @Test
  void readingNormsChangesNoWeight() {
    BertModel model = RandomBert.of(3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    RecordingSink plain = run(model, pairs);
    RecordingSink withNorms = run(model, pairs, AttentionOutputs.NORMS);
    for (int i = 0; i < pairs.size(); i++) {
      assertIdentical(withNorms.of(i), plain.of(i));
      assertThat(plain.of(i)).noneMatch(AttentionMap::hasNorms);
      assertThat(withNorms.of(i)).allMatch(AttentionMap::hasNorms);
    }
  }

  @Test
  void aPairsNormsDoNotDependOnItsBatch() {
    BertModel model = RandomBert.of(3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    RecordingSink together = run(model, pairs, AttentionOutputs.NORMS);
    for (int i = 0; i < pairs.size(); i++) {
      RecordingSink alone = run(model, List.of(pairs.get(i)), AttentionOutputs.NORMS);
      for (int layer = 0; layer < 3; layer++) {
        assertThat(together.of(i).get(layer).norms()).isEqualTo(alone.of(0).get(layer).norms());
      }
    }
  }

  @Test
  void rowsAreDistributionsWithTheirEntropy() {
    BertModel model = RandomBert.of(2, 3, 16, 40, 5);
    RecordingSink maps = run(model, RandomBert.pairs(10, 3, 90, 1));
    for (int pair = 0; pair < maps.pairs(); pair++) {
      for (AttentionMap map : maps.of(pair)) {
        assertThat(RowSums.worstDeviation(map)).isLessThan(1e-5);
        assertEntropies(map);
      }
    }
  }

  private static void assertEntropies(AttentionMap map) {
    float[] entropies = new float[map.heads() * map.size()];
    RowEntropies.fill(map.weights(), entropies.length, map.size(), entropies);
    assertThat(map.entropies()).containsExactly(entropies, within(2e-5f));
  }

  @Test
  void aPairsMapsDoNotDependOnItsBatch() {
    BertModel model = RandomBert.of(3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    List<Integer> shuffled = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      shuffled.add(i * 17 % pairs.size());
    }
    try (AttentionModel opened = backend.open(model, precision);
        AttentionRunner runner = opened.newRunner()) {
      RecordingSink together = run(runner, pairs);
      RecordingSink reordered = run(runner, shuffled.stream().map(pairs::get).toList());
      for (int i = 0; i < pairs.size(); i++) {
        RecordingSink alone = run(runner, List.of(pairs.get(i)));
        assertIdentical(together.of(i), alone.of(0));
        assertIdentical(reordered.of(shuffled.indexOf(i)), alone.of(0));
      }
    }
  }

  @Test
  void moreLengthsThanAnyCacheHoldsChangeNothing() {
    BertModel model = RandomBert.of(2, 2, 8, 16, 9);
    List<EncodedPair> pairs = new ArrayList<>();
    for (int size = 3; size < 103; size++) {
      pairs.add(RandomBert.pair(size, size / 2, size));
    }
    try (AttentionModel opened = backend.open(model, precision);
        AttentionRunner runner = opened.newRunner()) {
      RecordingSink once = run(runner, pairs);
      RecordingSink again = run(runner, pairs);
      for (int i = 0; i < pairs.size(); i++) {
        assertIdentical(again.of(i), once.of(i));
      }
    }
  }

  @Test
  void tasksShareAModel() throws Exception {
    BertModel model = RandomBert.of(3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 3);
    RecordingSink alone = run(model, pairs);
    ExecutorService tasks = Executors.newFixedThreadPool(2);
    try (AttentionModel opened = backend.open(model, precision)) {
      Callable<RecordingSink> task =
          () -> {
            try (AttentionRunner runner = opened.newRunner()) {
              return run(runner, pairs);
            }
          };
      for (Future<RecordingSink> done : tasks.invokeAll(List.of(task, task))) {
        for (int i = 0; i < pairs.size(); i++) {
          assertIdentical(done.get().of(i), alone.of(i));
        }
      }
    } finally {
      tasks.shutdown();
    }
  }

  @Test
  void aRunnerOutlivesAFailedBatch() {
    BertModel model = RandomBert.of(2, 2, 8, 16, 4);
    EncodedPair pair = RandomBert.pair(9, 4, 1);
    RecordingSink before = run(model, List.of(pair));
    try (AttentionModel opened = backend.open(model, precision);
        AttentionRunner runner = opened.newRunner()) {
      AttentionSink failing =
          (index, layer, map) -> {
            throw new IllegalStateException("the sink failed");
          };
      assertThatThrownBy(() -> runner.run(List.of(pair), failing)).hasMessage("the sink failed");
      EncodedPair tooLong = RandomBert.pair(601, 300, 1);
      assertThatThrownBy(() -> runner.run(List.of(tooLong), new RecordingSink()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("601", "600");
      assertIdentical(run(runner, List.of(pair)).of(0), before.of(0));
    }
  }

  @Test
  void anEmptyBatchIsNoWork() {
    assertThat(run(RandomBert.of(1, 1, 8, 16, 4), List.of()).pairs()).isZero();
  }

  @Test
  void aClosedRunnerRefuses() {
    try (AttentionModel opened = backend.open(RandomBert.of(1, 1, 8, 16, 4), precision)) {
      AttentionRunner runner = opened.newRunner();
      runner.close();
      runner.close();
      assertThatThrownBy(() -> run(runner, List.of(RandomBert.pair(5, 2, 1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void aRunnerOfAClosedModelRefuses() {
    AttentionModel opened = backend.open(RandomBert.of(1, 1, 8, 16, 4), precision);
    try (AttentionRunner runner = opened.newRunner()) {
      opened.close();
      assertThatThrownBy(() -> run(runner, List.of(RandomBert.pair(5, 2, 1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThatThrownBy(opened::newRunner)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,8,16", "2,3,16,40", "12,2,12,96"})
  void lastHiddenStatesAgreeWithFloat64(int layers, int heads, int headSize, int intermediate) {
    BertModel model = RandomBert.of(layers, heads, headSize, intermediate, layers);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    List<float[]> states = hiddenStates(model, pairs);
    for (int i = 0; i < pairs.size(); i += 7) {
      double[][] expected = new Float64Bert(model).hiddenStates(pairs.get(i));
      for (int t = 0; t < expected.length; t++) {
        for (int d = 0; d < expected[t].length; d++) {
          assertThat((double) states.get(i)[t * expected[t].length + d])
              .isCloseTo(expected[t][d], within(5 * error));
        }
      }
      assertThat(hiddenStates(model, List.of(pairs.get(i))).get(0)).isEqualTo(states.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"FIRST,1,1,8,16", "FIRST,2,3,16,40", "FIRST,12,2,12,96", "MEAN,2,3,16,40"})
  void pooledStatesAgreeWithFloat64(
      Pooling pooling, int layers, int heads, int headSize, int intermediate) {
    BertModel model = RandomBert.of(layers, heads, headSize, intermediate, layers);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    RecordingSink weights = run(model, pairs, AttentionOutputs.WEIGHTS.withPooled(pooling));
    RecordingSink norms = run(model, pairs, AttentionOutputs.NORMS.withPooled(pooling));
    for (int i = 0; i < pairs.size(); i++) {
      float[] state = weights.pooled(i);
      double[][] expected = new Float64Bert(model).hiddenStates(pairs.get(i));
      int rows = pooling == Pooling.FIRST ? 1 : expected.length;
      for (int d = 0; d < expected[0].length; d++) {
        int column = d;
        double mean =
            Arrays.stream(expected).limit(rows).mapToDouble(row -> row[column]).sum() / rows;
        assertThat((double) state[d]).isCloseTo(mean, within(5 * error));
      }
      assertThat(norms.pooled(i)).isEqualTo(state);
      RecordingSink alone =
          run(model, List.of(pairs.get(i)), AttentionOutputs.WEIGHTS.withPooled(pooling));
      assertThat(alone.pooled(0)).isEqualTo(state);
    }
  }

  @Test
  void readingPooledStatesChangesNoMap() {
    BertModel model = RandomBert.of(3, 3, 16, 64, 9);
    List<EncodedPair> pairs = RandomBert.pairs(40, 3, 70, 2);
    RecordingSink plain = run(model, pairs, AttentionOutputs.NORMS);
    RecordingSink withStates = run(model, pairs, AttentionOutputs.NORMS.withPooled(Pooling.FIRST));
    for (int i = 0; i < pairs.size(); i++) {
      assertIdentical(withStates.of(i), plain.of(i));
      for (int layer = 0; layer < 3; layer++) {
        assertThat(withStates.of(i).get(layer).norms()).isEqualTo(plain.of(i).get(layer).norms());
      }
      assertThat(plain.pooled(i)).isNull();
      assertThat(withStates.pooled(i)).isNotNull();
    }
  }

  @Test
  void aClosedRunnerOfHiddenStatesRefuses() {
    AttentionModel opened = backend.open(RandomBert.of(1, 1, 8, 16, 4), precision);
    List<EncodedPair> pair = List.of(RandomBert.pair(5, 2, 1));
    HiddenStatesRunner closed = opened.newHiddenStatesRunner();
    closed.close();
    assertThatThrownBy(() -> closed.run(pair, (index, states) -> {}))
        .isInstanceOf(IllegalStateException.class);
    try (HiddenStatesRunner runner = opened.newHiddenStatesRunner()) {
      opened.close();
      assertThatThrownBy(() -> runner.run(pair, (index, states) -> {}))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(opened::newHiddenStatesRunner).isInstanceOf(IllegalStateException.class);
  }

  /** The contexts are put back as they were read, and only some rows of the last layer are run. */
  @ParameterizedTest
  @EnumSource
  void layersInTwoStepsHaveTheBitsOfWholeOnes(EncoderKind kind) {
    BertModel model = RandomBert.of(kind, 4, 3, 16, 40, 3);
    List<EncodedPair> pairs = RandomBert.pairs(9, 3, 40, 2);
    List<float[]> whole = hiddenStates(model, pairs);
    int hidden = model.config().hidden();
    int[] sizes = pairs.stream().mapToInt(EncodedPair::size).toArray();
    float[] states = new float[IntStream.of(sizes).sum() * hidden];
    float[] contexts = new float[states.length];
    int[] firsts = new int[sizes.length];
    for (int pair = 0; pair < sizes.length; pair++) {
      firsts[pair] = pair == 0 ? 0 : firsts[pair - 1] + sizes[pair - 1];
      new Embeddings(model).embed(pairs.get(pair), states, firsts[pair] * hidden);
    }
    try (AttentionModel opened = backend.open(model, precision);
        LayerRunner runner = opened.newLayerRunner()) {
      runner.begin(sizes);
      runner.putStates(states);
      for (int layer = 0; layer < model.config().layers(); layer++) {
        runner.attend(layer, LayerRunner.WeightsSink.NONE);
        runner.readContexts(contexts);
        runner.putContexts(contexts);
        if (layer == model.config().layers() - 1) {
          runner.keep(firsts);
        }
        runner.complete(layer);
      }
      runner.readStates(states);
    }
    RowNorm last = RowNorm.last(model);
    for (int pair = 0; pair < sizes.length; pair++) {
      if (last != null) {
        last.apply(states, pair * hidden);
      }
      assertThat(Arrays.copyOfRange(states, pair * hidden, (pair + 1) * hidden))
          .isEqualTo(Arrays.copyOf(whole.get(pair), hidden));
    }
  }

  @Test
  void contextsAreTheWeightedSumsOfTheValues() {
    BertModel model = RandomBert.of(EncoderKind.MODERNBERT, 1, 3, 16, 40, 3);
    int[] sizes = {5, 9};
    int hidden = model.config().hidden();
    List<float[]> weights = new ArrayList<>();
    List<float[]> early = new ArrayList<>();
    float[] states = new float[14 * hidden];
    float[] values = new float[states.length];
    float[] contexts = new float[states.length];
    new Embeddings(model).embed(RandomBert.pair(5, 2, 1), states, 0);
    new Embeddings(model).embed(RandomBert.pair(9, 4, 2), states, 5 * hidden);
    try (AttentionModel opened = backend.open(model, precision);
        LayerRunner runner = opened.newLayerRunner()) {
      runner.begin(sizes);
      runner.putStates(states);
      runner.attend(
          0,
          (pair, all) -> {
            weights.add(all.clone());
            float[] now = new float[states.length];
            runner.readValues(now);
            early.add(Arrays.copyOfRange(now, pair * 5 * hidden, (5 + pair * 9) * hidden));
          });
      runner.readValues(values);
      runner.readContexts(contexts);
    }
    assertThat(early.get(0)).isEqualTo(Arrays.copyOf(values, 5 * hidden));
    assertThat(early.get(1)).isEqualTo(Arrays.copyOfRange(values, 5 * hidden, 14 * hidden));
    for (int row = 0; row < 14; row++) {
      int pair = row < 5 ? 0 : 1;
      int first = pair * 5;
      for (int i = 0; i < hidden; i++) {
        double sum = 0;
        for (int key = 0; key < sizes[pair]; key++) {
          int query = i / 16 * sizes[pair] + row - first;
          sum += weights.get(pair)[query * sizes[pair] + key] * values[(first + key) * hidden + i];
        }
        assertThat((double) contexts[row * hidden + i]).isCloseTo(sum, within(5 * error));
      }
    }
  }

  @Test
  void aClosedRunnerOfLayersRefuses() {
    AttentionModel opened = backend.open(RandomBert.of(1, 1, 8, 16, 4), precision);
    LayerRunner closed = opened.newLayerRunner();
    closed.close();
    assertThatThrownBy(() -> closed.begin(5)).isInstanceOf(IllegalStateException.class);
    try (LayerRunner runner = opened.newLayerRunner()) {
      assertThatThrownBy(() -> runner.begin(5, 601))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a pair of 601 tokens for a model of 600 positions");
      opened.close();
      assertThatThrownBy(() -> runner.begin(5)).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(opened::newLayerRunner).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhatRuns() {
    try (AttentionModel opened = backend.open(RandomBert.of(1, 1, 8, 16, 4), precision)) {
      assertThat(opened.backend()).isEqualTo(backend.name());
      assertThat(opened.precision()).isEqualTo(precision.label());
    }
  }

  private RecordingSink run(BertModel model, List<EncodedPair> pairs) {
    return run(model, pairs, AttentionOutputs.WEIGHTS);
  }

  private RecordingSink run(BertModel model, List<EncodedPair> pairs, AttentionOutputs outputs) {
    try (AttentionModel opened = backend.open(model, precision);
        AttentionRunner runner = opened.newRunner(outputs)) {
      return run(runner, pairs);
    }
  }

  private List<float[]> hiddenStates(BertModel model, List<EncodedPair> pairs) {
    List<float[]> all = new ArrayList<>();
    try (AttentionModel opened = backend.open(model, precision);
        HiddenStatesRunner runner = opened.newHiddenStatesRunner()) {
      runner.run(
          pairs,
          (pair, states) -> {
            assertThat(pair).isEqualTo(all.size());
            all.add(states.clone());
          });
    }
    assertThat(all).hasSameSizeAs(pairs);
    return all;
  }

  private static RecordingSink run(AttentionRunner runner, List<EncodedPair> pairs) {
    RecordingSink maps = new RecordingSink();
    runner.run(pairs, maps);
    return maps;
  }

  private void assertClose(AttentionMap actual, double[][][] expected) {
    for (int head = 0; head < expected.length; head++) {
      for (int query = 0; query < expected[head].length; query++) {
        for (int key = 0; key < expected[head].length; key++) {
          double difference = actual.weight(head, query, key) - expected[head][query][key];
          if (!(Math.abs(difference) <= error)) {
            throw new AssertionError(
                "head %d, %d -> %d of %d: off by %g"
                    .formatted(head, query, key, actual.size(), difference));
          }
        }
      }
    }
  }

  private static void assertIdentical(List<AttentionMap> actual, List<AttentionMap> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int layer = 0; layer < expected.size(); layer++) {
      assertThat(actual.get(layer).weights()).isEqualTo(expected.get(layer).weights());
      assertThat(actual.get(layer).entropies()).isEqualTo(expected.get(layer).entropies());
    }
  }
}
