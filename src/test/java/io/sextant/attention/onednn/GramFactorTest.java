package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GramFactorTest {
  private static final int HIDDEN = 24;
  private static final int WIDTH = 8;
  private static final BertConfig CONFIG =
      new BertConfig(
          new EncoderShape(1, HIDDEN / WIDTH, HIDDEN, 1), new EmbeddingShape(1, 1, 1), true);

  /** Head 0 has random weights, head 1 has two equal rows, and head 2 is zero. */
  @Test
  void keepsTheLengthOfEveryValueOfFullAndOfDeficientHeads() {
    Random random = new Random(3);
    float[] kernel = new float[HIDDEN * HIDDEN];
    for (int i = 0; i < 2 * WIDTH * HIDDEN; i++) {
      kernel[i] = (float) random.nextGaussian();
    }
    System.arraycopy(kernel, WIDTH * HIDDEN, kernel, (WIDTH + 1) * HIDDEN, HIDDEN);
    float[] factors =
        GramFactor.of(
            CONFIG, new Dense(tensor(kernel, HIDDEN, HIDDEN), tensor(new float[HIDDEN], HIDDEN)));
    for (int head = 0; head < HIDDEN / WIDTH; head++) {
      double[] value = random.doubles(WIDTH, -2, 2).toArray();
      double explicit = length(value, kernel, head * WIDTH, HIDDEN);
      assertThat(length(value, factors, head * WIDTH, WIDTH)).isCloseTo(explicit, within(1e-5));
      assertThat(explicit > 0).isEqualTo(head < 2);
    }
  }

  /** Returns ||v M|| with the rows of M from {@code first} on. */
  private static double length(double[] value, float[] matrix, int first, int columns) {
    double squares = 0;
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      for (int row = 0; row < value.length; row++) {
        sum += value[row] * matrix[(first + row) * columns + column];
      }
      squares += sum * sum;
    }
    return Math.sqrt(squares);
  }

  private static Tensor tensor(float[] values, Integer... shape) {
    return new Tensor("t", List.of(shape), FloatBuffer.wrap(values).asReadOnlyBuffer());
  }
}
