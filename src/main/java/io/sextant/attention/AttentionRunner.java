package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.List;

/** One task's engine on a shared {@link AttentionModel}; used by one thread at a time. */
public interface AttentionRunner extends AutoCloseable {

  /**
   * Runs the encoder over a batch and hands every layer's maps to the sink as they are made. The
   * maps of a pair do not depend on the other pairs of the batch. Nothing is kept after the call.
   * Give several hundred tokens at once: a backend may take as long for one pair.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions; the maps of
   *     pairs before it may have been handed out
   * @throws IllegalStateException if the runner or its model is closed
   */
  void run(List<EncodedPair> batch, AttentionSink sink);

  @Override
  void close();
}
