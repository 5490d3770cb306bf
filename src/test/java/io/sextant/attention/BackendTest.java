package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackendTest {
  private static final BertModel MODEL = RandomBert.of(1, 1, 8, 16, 1);

  @Test
  void anUnknownBackendIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Backend.of("cuda"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("\"cuda\"", "nd4j");
  }

  @Test
  void anUnknownPrecisionIsRefusedWithTheChoices() {
    assertThat(Precision.of("bf16x3")).isEqualTo(Precision.BF16X3);
    assertThatThrownBy(() -> Precision.of("F32"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("unknown precision \"F32\": choose one of auto, f32, bf16, bf16x3");
  }

  @Test
  void tasksOfAJvmOpenAModelOnce() {
    AtomicInteger opened = new AtomicInteger();
    long models =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                task ->
                    AttentionModels.shared(
                        "once",
                        "nd4j",
                        Precision.F32,
                        () -> {
                          opened.incrementAndGet();
                          return MODEL;
                        }))
            .distinct()
            .count();
    assertThat(models).isEqualTo(1);
    assertThat(opened).hasValue(1);
  }

  @Test
  void aFailureToOpenIsNotRemembered() {
    assertThatThrownBy(
            () ->
                AttentionModels.shared(
                    "fails",
                    "nd4j",
                    Precision.F32,
                    () -> {
                      throw new BadInputException("no such file");
                    }))
        .hasMessage("no such file");
    assertThat(AttentionModels.shared("fails", "nd4j", Precision.F32, () -> MODEL)).isNotNull();
  }
}
