package io.sextant.attention;

import io.sextant.bert.TaskHead;

/**
 * Computes the logits of a {@link TaskHead} in float64; only what a layer norm returns is rounded
 * to float32. Instances are safe for use by several threads.
 */
public final class TaskScores {
  private final TaskHead head;
  private final float[] transform;
  private final float[] transformBias;

  /** The norm of the transform; null if there is none. */
  private final RowNorm norm;

  private final float[] classifier;
  private final float[] classifierBias;

  public TaskScores(TaskHead head) {
    this.head = head;
    transform = head.transform().dense().kernel().toArray();
    transformBias = head.transform().dense().bias().toArray();
    norm =
        head.transform().norm() == null
            ? null
            : new RowNorm(head.transform().norm(), head.transform().epsilon());
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
   * @param state the last hidden states, pooled by the head's {@link TaskHead#pooling}; the array
   *     may be longer
   */
  public double[] logits(float[] state) {
    double[] x = new double[transformBias.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = state[i];
    }
    double[] y = apply(transform, transformBias, x);
    for (int i = 0; i < y.length; i++) {
      y[i] = head.transform().function().of(y[i]);
    }
    return apply(classifier, classifierBias, norm == null ? y : normed(y));
  }

  private double[] normed(double[] y) {
    float[] row = new float[y.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) y[i];
    }
    norm.apply(row, 0);
    for (int i = 0; i < row.length; i++) {
      y[i] = row[i];
    }
    return y;
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
