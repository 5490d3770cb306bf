package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import org.junit.jupiter.api.Test;

class ExecutorSizeTest {
  private static final BertConfig BASE =
      new BertConfig(new EncoderShape(12, 12, 768, 3072), new EmbeddingShape(30522, 512, 2), true);

  @Test
  void bertBaseIsCountedByHand() {
    ExecutorSize size = ExecutorSize.of(BASE, 4);
    assertThat(size.packed()).isEqualTo(4L * (11 * 7_077_888 + 2 * 589_824));
    assertThat(size.checkpoint()).isEqualTo(4L * (31_036 * 768 + 12 * 7_077_888));
    assertThat(size.workspace()).isEqualTo(4L * (512 * (5 * 768 + 3072) + 2 * 12 * 512 * 512));
    assertThat(size.lines()).contains("spark.executor.cores            4");
  }

  @Test
  void coresShareTheWeightsAndNothingElse() {
    ExecutorSize one = ExecutorSize.of(BASE, 1);
    ExecutorSize five = ExecutorSize.of(BASE, 5);
    assertThat(five.overhead() - one.overhead()).isEqualTo(4 * one.workspace());
    assertThat(five.memory() - one.memory()).isEqualTo(4 * one.heap());
  }

  @Test
  void shorterPairsNeedLess() {
    BertConfig modern =
        new BertConfig(
            new EncoderShape(22, 12, 768, 1152), new EmbeddingShape(50368, 8192, 0), true);
    long short512 = 4L * (512 * (5 * 768 + 1152) + 2 * 12 * 512 * 512);
    assertThat(ExecutorSize.of(modern, 60, 4).workspace()).isEqualTo(short512);
    assertThat(ExecutorSize.of(modern, 600, 4).workspace())
        .isEqualTo(4L * (1200 * (5 * 768 + 1152) + 2 * 12 * 1200 * 1200));
    assertThat(ExecutorSize.of(modern, 8192, 4)).isEqualTo(ExecutorSize.of(modern, 4));
  }
}
