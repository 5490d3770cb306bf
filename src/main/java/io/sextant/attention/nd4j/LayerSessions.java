package io.sextant.attention.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the layers of a model for one task, with a graph for each {@link LayerKind}. */
final class LayerSessions implements AutoCloseable {
  private final Nd4jModel model;
  private final Map<LayerKind, LayerSession> byKind = new HashMap<>();

  /** The session of what follows the attention; null until it is needed. */
  private LayerSession afterAttention;

  LayerSessions(Nd4jModel model) {
    this.model = model;
  }

  /**
   * Runs a layer.
   *
   * @param states the layer's input for a pair of n tokens, [n, hidden] row-major
   * @param outputs the names of the outputs
   * @param reader receives the outputs, which are valid during the call only
   */
  void run(
      int layer,
      float[] states,
      int n,
      List<String> outputs,
      Consumer<Map<String, INDArray>> reader) {
    LayerSession session =
        byKind.computeIfAbsent(
            model.kind(layer), kind -> new LayerSession(EncoderGraph.of(model.config(), kind)));
    try (PairArrays pair = new PairArrays(states, n, model, layer)) {
      reader.accept(session.compute(model.layer(layer).with(pair.byName()), outputs));
    } finally {
      session.release();
    }
  }

  /**
   * Computes the output of a layer, which replaces its input.
   *
   * @param states the layer's input for n tokens, [n, hidden] row-major
   * @param contexts the contexts of all heads, likewise
   */
  void complete(int layer, float[] states, float[] contexts, int n) {
    if (afterAttention == null) {
      afterAttention = new LayerSession(EncoderGraph.afterAttention(model.config()));
    }
    try (PairArrays rows = PairArrays.afterAttention(states, contexts, n)) {
      Map<String, INDArray> outputs =
          afterAttention.compute(
              model.layer(layer).with(rows.byName()), List.of(EncoderGraph.OUTPUT));
      Nd4jRunner.read(outputs.get(EncoderGraph.OUTPUT), states);
    } finally {
      afterAttention.release();
    }
  }

  @Override
  public void close() {
    if (afterAttention != null) {
      afterAttention.close();
    }
    byKind.values().forEach(LayerSession::close);
  }
}
