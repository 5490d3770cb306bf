package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * Runs the whole encoder of a shared {@link AttentionModel} for one task and outputs the last
 * hidden states instead of attention maps. A runner may be used by one thread at a time.
 */
public interface HiddenStatesRunner extends AutoCloseable {

  /**
   * Runs the encoder on a batch. The states of a pair do not depend on the other pairs of the
   * batch.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions
   * @throws IllegalStateException if the runner or its model is closed
   */
  void run(List<EncodedPair> batch, HiddenStatesSink sink);

  @Override
  void close();
}
