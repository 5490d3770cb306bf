package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * One task's engine on a shared {@link AttentionModel} that runs all of the encoder, the last layer
 * to its end, and hands out no maps; used by one thread at a time.
 */
public interface HiddenStatesRunner extends AutoCloseable {

  /**
   * Runs the encoder over a batch. The states of a pair do not depend on the other pairs of the
   * batch.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions
   * @throws IllegalStateException if the runner or its model is closed
   */
  void run(List<EncodedPair> batch, HiddenStatesSink sink);

  @Override
  void close();
}
