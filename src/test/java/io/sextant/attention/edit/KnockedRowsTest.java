package io.sextant.attention.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.EncoderKind;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertConfig;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Queries of layer 1 see the seven keys before and after them. */
class KnockedRowsTest {
  private static final int N = 20;
  private static final int QUERY = 10;
  private static final Head HEAD = new Head(1, 1);
  private static final BertConfig CONFIG =
      RandomBert.of(EncoderKind.MODERNBERT, 2, 2, 16, 40, 3).config();

  /** Keys 4 and 5 have the weights 1/2 and 1/8; of key k, every value is k. */
  @Test
  void theRestOfTheRowIsDividedByItsSum() {
    float[] weights = weights();
    set(weights, 4, 0.5f);
    set(weights, 5, 0.125f);
    set(weights, 8, 0.25f);
    set(weights, 12, 0.125f);
    assertThat(context(weights, 4)).isCloseTo((5 + 2 * 8 + 12) / 4d, within(1e-6));
    assertThat(context(weights, 4, 8)).isCloseTo((5 + 12) / 2d, within(1e-6));
  }

  /** The query sees 3 to 17. Without 17 and itself, 3 to 9 and 11 to 16 are left. */
  @Test
  void aRowWithoutARestIsSpreadOverTheKeysThatTheQuerySees() {
    float[] weights = weights();
    set(weights, QUERY, 1);
    double sum = (3 + 9) * 7 / 2d + (11 + 16) * 6 / 2d;
    assertThat(context(weights, QUERY, 17, 18)).isCloseTo(sum / 13, within(1e-6));
  }

  private static float[] weights() {
    return new float[2 * N * N];
  }

  private static void set(float[] weights, int key, float weight) {
    weights[(HEAD.head() * N + QUERY) * N + key] = weight;
  }

  /** Returns the context of the query after keys are removed, of which all numbers are the same. */
  private static double context(float[] weights, int... removed) {
    int[][] all = new int[N][0];
    all[QUERY] = removed;
    int hidden = CONFIG.hidden();
    float[] values = new float[(N + 3) * hidden];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / hidden - 3;
    }
    float[] contexts = new float[N * hidden];
    Arrays.fill(contexts, -1);
    KnockedRows rows = KnockedRows.of(new Knockout(HEAD, all), weights, values, 3, CONFIG);
    rows.apply(HEAD.layer(), contexts, 0, N);
    for (int i = 0; i < contexts.length; i++) {
      boolean changed = i / hidden == QUERY && i % hidden >= CONFIG.headSize();
      assertThat(contexts[i] == -1).isEqualTo(!changed);
      if (changed) {
        assertThat(contexts[i]).isEqualTo(contexts[QUERY * hidden + CONFIG.headSize()]);
      }
    }
    return contexts[QUERY * hidden + CONFIG.headSize()];
  }
}
