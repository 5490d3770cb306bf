package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.layout.ModelLayouts;
import io.sextant.testing.RealModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealWeightsTest {

  /**
   * The Frobenius norm of W_V W_O over sqrt(hidden) for each layer (Kobayashi et al. 2021), where
   * W_V is the value kernel of all heads and W_O the output kernel.
   */
  private static final double[] VALUE_OUTPUT_NORMS = {
    .901, .740, .632, .679, .911, .989, .919, .905, .948, .913, .932, 1.051
  };

  @Test
  void theWeightsAreThoseOfThePublishedModel() {
    List<EncoderLayer> layers = RealModel.bert().weights().layers();
    double[] norms =
        IntStream.range(0, layers.size())
            .parallel()
            .mapToDouble(layer -> valueOutputNorm(layers.get(layer)))
            .toArray();
    for (int layer = 0; layer < norms.length; layer++) {
      assertThat(norms[layer])
          .as("layer %d", layer)
          .isCloseTo(VALUE_OUTPUT_NORMS[layer], within(.01));
    }
  }

  @Test
  void itsShapeIsThatOfBertBaseUncased() {
    assertThat(RealModel.bert().config())
        .isEqualTo(
            new BertConfig(
                new EncoderShape(12, 12, 768, 3072), new EmbeddingShape(30522, 512, 2), true));
    assertThat(RealModel.bert().vocabulary().tokens()).contains("[MASK]").endsWith("##～");
  }

  @Test
  void theJarGivesTheSameModelAsTheDirectory() {
    assertThat(ModelLayouts.open(RealModel.jar()).fingerprint())
        .isEqualTo(RealModel.bert().fingerprint());
  }

  private static double valueOutputNorm(EncoderLayer layer) {
    float[] value = layer.value().kernel().toArray();
    float[] output = layer.attentionOutput().kernel().toArray();
    int n = layer.value().kernel().shape().get(0);
    float[] row = new float[n];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      Arrays.fill(row, 0);
      for (int k = 0; k < n; k++) {
        addScaled(row, value[i * n + k], output, k * n);
      }
      for (float product : row) {
        squares += (double) product * product;
      }
    }
    return Math.sqrt(squares / n);
  }

  private static void addScaled(float[] sum, float scale, float[] values, int from) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += scale * values[from + j];
    }
  }
}
