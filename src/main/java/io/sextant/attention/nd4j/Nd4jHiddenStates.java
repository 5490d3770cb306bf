package io.sextant.attention.nd4j;

import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.HiddenStatesSink;
import io.sextant.text.EncodedPair;
import java.util.List;

/** Runs the pairs of a batch one after the other through all layers. */
final class Nd4jHiddenStates implements HiddenStatesRunner {
  private static final List<String> OUTPUT = List.of(EncoderGraph.OUTPUT);

  private final Nd4jModel model;
  private final LayerSessions sessions;
  private boolean closed;

  Nd4jHiddenStates(Nd4jModel model) {
    this.model = model;
    this.sessions = new LayerSessions(model);
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
      sessions.run(
          layer,
          states,
          pair.size(),
          OUTPUT,
          outputs -> Nd4jRunner.read(outputs.get(EncoderGraph.OUTPUT), states));
    }
    model.finish(states, pair.size());
    return states;
  }

  @Override
  public void close() {
    closed = true;
    sessions.close();
  }
}
