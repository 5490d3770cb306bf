package io.sextant.attention;

import io.sextant.bert.TaskHead;

/**
 * Computes the logits of a {@link TaskHead} in float64. Instances are safe for use by several
 * threads.
 */
public final class TaskScores {
  private final TaskHead head;
  private final float[] transform;
  private final float[] transformBias;
  private final float[] classifier;
  private final float[] classifierBias;

  public TaskScores(TaskHead head) {
    this.head = head;
    transform = head.transform().kernel().toArray();
    transformBias = head.transform().bias().toArray();
    classifier = head.classifier().kernel().toArray();
    classifierBias = head.classifier().bias().toArray();
  }

  /** Returns the head. */
  public TaskHead head() {
    return head;
  }

  /** Returns the width of a hidden state. */
  public int width() {
    return transformBias.length;
  }

  /**
   * Returns the logit of every label.
   *
   * @param state the last hidden state of the first token; the array may be longer
   */
  public double[] logits(float[] state) {
    double[] x = new double[transformBias.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = state[i];
    }
    double[] y = apply(transform, transformBias, x);
    for (int i = 0; i < y.length; i++) {
      y[i] = head.function().of(y[i]);
    }
    return apply(classifier, classifierBias, y);
  }

  /** Returns x W + b; W is row-major. */
  private static double[] apply(float[] kernel, float[] bias, double[] x) {
    int width = bias.length;
    double[] y = new double[width];
    for (int o = 0; o < width; o++) {
      y[o] = bias[o];
    }
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < width; o++) {
        y[o] += x[i] * kernel[i * width + o];
      }
    }
    return y;
  }
}
