package io.sextant.attention;

/** A model's weights in a backend's format. All tasks of a JVM share it. */
public interface AttentionModel extends AutoCloseable {

  /**
   * Returns a new runner for one task that outputs weights and entropies.
   *
   * @throws IllegalStateException if the model is closed
   */
  default AttentionRunner newRunner() {
    return newRunner(AttentionOutputs.WEIGHTS);
  }

  /** Returns a new runner for one task. * @throws IllegalStateException if the model is closed */
  AttentionRunner newRunner(AttentionOutputs outputs);

  /**
   * Returns a new runner for one task that outputs the last hidden states.
   *
   * @throws IllegalStateException if the model is closed
   */
  HiddenStatesRunner newHiddenStatesRunner();

  /**
   * Returns a new runner for one task that stops between a layer's attention and what follows it.
   *
   * @throws IllegalStateException if the model is closed
   */
  LayerRunner newLayerRunner();

  /**
   * Returns a new runner for one task that computes the masked-LM head, which the model must have.
   *
   * @throws IllegalStateException if the model is closed
   */
  MaskedLmRunner newMaskedLmRunner();

  /** Returns the backend's name, as in the {@code --backend} option. */
  String backend();

  /** Returns the precision, as {@code run.json} records it, such as {@code f32}. */
  String precision();

  /** Frees the weights. All runners must be closed before. */
  @Override
  void close();
}
