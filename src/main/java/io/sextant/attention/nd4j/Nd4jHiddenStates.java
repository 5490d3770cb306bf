package io.sextant.attention.nd4j;

import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.HiddenStatesSink;
import io.sextant.text.EncodedPair;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the pairs of a batch one after the other through all layers. */
final class Nd4jHiddenStates implements HiddenStatesRunner {
  private static final List<String> OUTPUT = List.of(EncoderGraph.OUTPUT);

  private final Nd4jModel model;
  private final LayerSession session;
  private boolean closed;

  Nd4jHiddenStates(Nd4jModel model) {
    this.model = model;
    this.session = new LayerSession(EncoderGraph.of(model.config()));
  }

  @Override
  public void run(List<EncodedPair> batch, HiddenStatesSink sink) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    Nd4jRuntime.useThisThreadOnly();
    for (int pair = 0; pair < batch.size(); pair++) {
      sink.accept(pair, states(batch.get(pair)));
    }
  }

  private float[] states(EncodedPair pair) {
    int hidden = model.config().hidden();
    float[] states = new float[pair.size() * hidden];
    model.embeddings().embed(pair, states, 0);
    for (int layer = 0; layer < model.config().layers(); layer++) {
      try (INDArray input = Nd4j.create(states, new long[] {pair.size(), hidden}, 'c')) {
        Nd4jRunner.read(
            session.compute(model.layer(layer).with(input), OUTPUT).get(EncoderGraph.OUTPUT),
            states);
      } finally {
        session.release();
      }
    }
    return states;
  }

  @Override
  public void close() {
    closed = true;
    session.close();
  }
}
