package io.sextant.attention.nd4j;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.RowEntropies;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the pairs of a batch one after the other, so that no padding is needed. */
final class Nd4jRunner implements AttentionRunner {
  private final Nd4jModel model;
  private final LayerSessions sessions;
  private final List<String> innerOutputs;
  private final List<String> lastOutputs;

  /** How the last states are pooled; null if they are not computed. */
  private final Pooling pooling;

  private float[] weights = new float[0];
  private float[] entropies = new float[0];
  private float[] norms = new float[0];
  private boolean closed;

  Nd4jRunner(Nd4jModel model, AttentionOutputs outputs) {
    this.model = model;
    this.sessions = new LayerSessions(model);
    List<String> maps =
        outputs.norms()
            ? List.of(EncoderGraph.ATTENTION, EncoderGraph.NORMS)
            : List.of(EncoderGraph.ATTENTION);
    this.innerOutputs = new ArrayList<>(maps);
    innerOutputs.add(EncoderGraph.OUTPUT);
    this.pooling = outputs.pooling();
    this.lastOutputs = pooling == null ? maps : innerOutputs;
  }

  @Override
  public void run(List<EncodedPair> batch, AttentionSink sink) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    Nd4jRuntime.useThisThreadOnly();
    for (int pair = 0; pair < batch.size(); pair++) {
      run(pair, batch.get(pair), sink);
    }
  }

  private void run(int index, EncodedPair pair, AttentionSink sink) {
    int layers = model.config().layers();
    int hidden = model.config().hidden();
    float[] states = new float[pair.size() * hidden];
    model.embeddings().embed(pair, states, 0);
    for (int layer = 0; layer < layers; layer++) {
      int at = layer;
      boolean last = layer == layers - 1;
      sessions.run(
          layer,
          states,
          pair.size(),
          last ? lastOutputs : innerOutputs,
          outputs -> {
            AttentionMap map = map(outputs, pair.size());
            if (!last || pooling != null) {
              read(outputs.get(EncoderGraph.OUTPUT), states);
            }
            sink.accept(index, at, map);
          });
    }
    if (pooling != null) {
      model.finish(states, pooling == Pooling.FIRST ? 1 : pair.size());
      float[] pooled = new float[hidden];
      pooling.pool(states, 0, pair.size(), pooled);
      sink.acceptPooled(index, pooled);
    }
  }

  private AttentionMap map(Map<String, INDArray> outputs, int n) {
    int heads = model.config().heads();
    if (weights.length < heads * n * n) {
      weights = new float[heads * n * n];
      entropies = new float[heads * n];
    }
    read(outputs.get(EncoderGraph.ATTENTION), weights);
    RowEntropies.fill(weights, heads * n, n, entropies);
    INDArray lengths = outputs.get(EncoderGraph.NORMS);
    if (lengths == null) {
      return new AttentionMap(heads, n, weights, entropies);
    }
    if (norms.length < heads * n) {
      norms = new float[heads * n];
    }
    read(lengths, norms);
    return new AttentionMap(heads, n, weights, entropies, norms);
  }

  /** Copies all values of an array in row-major order. */
  static void read(INDArray array, float[] into) {
    if (array.ordering() != 'c') {
      throw new IllegalStateException("an output of the graph is not row-major");
    }
    array.data().asNioFloat().get(into, 0, (int) array.length());
  }

  @Override
  public void close() {
    closed = true;
    sessions.close();
  }
}
