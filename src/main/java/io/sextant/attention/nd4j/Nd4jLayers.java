package io.sextant.attention.nd4j;

import io.sextant.attention.LayerRunner;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the pairs of a pack one after the other. */
final class Nd4jLayers implements LayerRunner {
  /** Packs save no work here; they bound the memory. */
  private static final int BUDGET = 512;

  private static final List<String> OUTPUTS =
      List.of(EncoderGraph.ATTENTION, EncoderGraph.CONTEXTS, EncoderGraph.VALUES);

  private final Nd4jModel model;
  private final LayerSessions sessions;
  private final int hidden;

  /** The number of rows of each pair in the arrays below, each [rows, hidden]. */
  private int[] sizes = {};

  private float[] states = {};
  private float[] contexts = {};
  private float[] values = {};

  /**
   * The rows that are kept after the layer, because the bits of a row depend on the number of rows
   * that are computed; null for all.
   */
  private int[] kept;

  private boolean closed;

  Nd4jLayers(Nd4jModel model) {
    this.model = model;
    sessions = new LayerSessions(model);
    hidden = model.config().hidden();
  }

  @Override
  public int budget() {
    return BUDGET;
  }

  @Override
  public void begin(int... sizesOfPairs) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    Nd4jRuntime.useThisThreadOnly();
    int longest = Arrays.stream(sizesOfPairs).max().orElse(0);
    int positions = model.config().positions();
    if (longest > positions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a pair of %d tokens for a model of %d positions", longest, positions));
    }
    sizes = sizesOfPairs.clone();
    kept = null;
    int numbers = Arrays.stream(sizes).sum() * hidden;
    states = new float[numbers];
    contexts = new float[numbers];
    values = new float[numbers];
  }

  @Override
  public void putStates(float[] from) {
    System.arraycopy(from, 0, states, 0, states.length);
  }

  @Override
  public void readStates(float[] into) {
    System.arraycopy(states, 0, into, 0, states.length);
  }

  @Override
  public void attend(int layer, WeightsSink sink) {
    int first = 0;
    for (int i = 0; i < sizes.length; i++) {
      int pair = i;
      int from = first;
      int to = from + sizes[pair] * hidden;
      sessions.run(
          layer,
          Arrays.copyOfRange(states, from, to),
          sizes[pair],
          OUTPUTS,
          outputs -> {
            copy(outputs.get(EncoderGraph.CONTEXTS), contexts, from);
            copy(outputs.get(EncoderGraph.VALUES), values, from);
            if (sink != WeightsSink.NONE) {
              sink.accept(pair, numbers(outputs.get(EncoderGraph.ATTENTION)));
            }
          });
      first = to;
    }
  }

  private static void copy(INDArray rows, float[] into, int from) {
    System.arraycopy(numbers(rows), 0, into, from, (int) rows.length());
  }

  private static float[] numbers(INDArray array) {
    float[] numbers = new float[(int) array.length()];
    Nd4jRunner.read(array, numbers);
    return numbers;
  }

  @Override
  public void readContexts(float[] into) {
    System.arraycopy(contexts, 0, into, 0, contexts.length);
  }

  @Override
  public void putContexts(float[] from) {
    System.arraycopy(from, 0, contexts, 0, contexts.length);
  }

  @Override
  public void readValues(float[] into) {
    System.arraycopy(values, 0, into, 0, values.length);
  }

  @Override
  public void keep(int... rows) {
    kept = rows.clone();
  }

  @Override
  public void complete(int layer) {
    int from = 0;
    for (int size : sizes) {
      int to = from + size * hidden;
      float[] rows = Arrays.copyOfRange(states, from, to);
      sessions.complete(layer, rows, Arrays.copyOfRange(contexts, from, to), size);
      System.arraycopy(rows, 0, states, from, rows.length);
      from = to;
    }
    if (kept != null) {
      for (int i = 0; i < kept.length; i++) {
        System.arraycopy(states, kept[i] * hidden, states, i * hidden, hidden);
      }
      states = Arrays.copyOf(states, kept.length * hidden);
    }
  }

  @Override
  public void close() {
    closed = true;
    sessions.close();
  }
}
