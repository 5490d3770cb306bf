package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * Runs the encoder of a shared {@link AttentionModel} for one task. A runner may be used by one
 * thread at a time.
 */
public interface AttentionRunner extends AutoCloseable {

  /**
   * Runs the encoder on a batch and passes the maps of every layer to the sink when they are
   * computed. The maps of a pair do not depend on the other pairs of the batch. The runner keeps
   * nothing after the call. A batch should have several hundred tokens, since a backend may take as
   * long for a single pair.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions; the maps of
   *     earlier pairs may have been passed to the sink
   * @throws IllegalStateException if the runner or its model is closed
   */
  void run(List<EncodedPair> batch, AttentionSink sink);

  /**
   * Returns how many of the first pairs of a batch should run when more pairs will follow, at least
   * 1. The others would leave a part of the backend's arrays empty and run better with the pairs
   * that follow.
   */
  default int first(List<EncodedPair> batch) {
    return batch.size();
  }

  @Override
  void close();
}
