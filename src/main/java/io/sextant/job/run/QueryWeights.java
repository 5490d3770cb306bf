package io.sextant.job.run;

import io.sextant.bert.BertWeights;
import io.sextant.math.SplitMix;
import io.sextant.table.WeightSample;

/**
 * The sample of a model's weights that {@code run.json} has: of every layer the same number of
 * weights of its query kernel, at places that a hash chooses. Query kernels are what makes a head
 * the same head in two models.
 */
final class QueryWeights {
  /** The least number of weights of the sample. */
  private static final int WEIGHTS = 256;

  private QueryWeights() {}

  static WeightSample of(BertWeights weights) {
    int layers = weights.layers().size();
    int ofLayer = (WEIGHTS + layers - 1) / layers;
    float[] sample = new float[layers * ofLayer];
    for (int layer = 0; layer < layers; layer++) {
      float[] kernel = weights.layers().get(layer).query().kernel().toArray();
      for (int i = 0; i < ofLayer; i++) {
        int at = layer * ofLayer + i;
        sample[at] = kernel[(int) Long.remainderUnsigned(SplitMix.step(1, at), kernel.length)];
      }
    }
    return new WeightSample(sample);
  }
}
