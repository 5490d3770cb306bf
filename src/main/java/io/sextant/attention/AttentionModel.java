package io.sextant.attention;

/** A model's weights in a backend's own form, shared by all tasks of a JVM. */
public interface AttentionModel extends AutoCloseable {

  /**
   * A new engine on these weights, for one task, that reads weights and entropies.
   *
   * @throws IllegalStateException if the model is closed
   */
  default AttentionRunner newRunner() {
    return newRunner(AttentionOutputs.WEIGHTS);
  }

  /**
   * A new engine on these weights, for one task.
   *
   * @throws IllegalStateException if the model is closed
   */
  AttentionRunner newRunner(AttentionOutputs outputs);

  /**
   * A new engine on these weights that gives last hidden states, for one task.
   *
   * @throws IllegalStateException if the model is closed
   */
  HiddenStatesRunner newHiddenStatesRunner();

  /** The backend's name, as the {@code --backend} option spells it. */
  String backend();

  /** The arithmetic that runs, as {@code run.json} records it: {@code f32}, for instance. */
  String precision();

  /** Frees the weights. Runners are closed first: one that is still running would lose them. */
  @Override
  void close();
}
