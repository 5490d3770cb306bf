package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Pairs;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.SampledAttention;
import io.sextant.text.EncodedPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionSampleTest {
  private static final HeadGrid ONE = new HeadGrid(1, 1);

  @Test
  void keysAreWordsAndEverythingElse() {
    // The input is [CLS] a b ##c [SEP]; the row of token i is (i+1, 1, 2, 3, 4), normalised.
    AttentionSample sample = new AttentionSample(ONE);
    add(sample, Pairs.of("a b##c", null), 8);
    SampledAttention row = sample.rows("r").get(0);
    assertThat(row.words()).containsExactly("a", "bc");
    assertThat(row.queries()).containsExactlyInAnyOrder(0, 1);
    int a = row.queries()[0] == 0 ? 0 : 3;
    // The row of a is 2, 1, 2 + 3, 4 over 12, whose first and last keys are delimiters.
    assertThat(Arrays.copyOfRange(row.attention(), a, a + 3))
        .containsExactly(new float[] {1 / 12f, 5 / 12f, 6 / 12f}, within(1e-6f));
    // The row of bc is the mean of (3, 1, 5, 4) / 13 and (4, 1, 5, 4) / 14.
    assertThat(Arrays.copyOfRange(row.attention(), 3 - a, 6 - a))
        .containsExactly(
            new float[] {(1 / 13f + 1 / 14f) / 2, (5 / 13f + 5 / 14f) / 2, (7 / 13f + 8 / 14f) / 2},
            within(1e-6f));
  }

  @Test
  void wordsAfterThe64thAreEverythingElse() {
    AttentionSample sample = new AttentionSample(ONE);
    add(sample, Pairs.of("a ".repeat(80).strip(), null), 8);
    SampledAttention row = sample.rows("r").get(0);
    assertThat(row.words()).hasSize(64);
    assertThat(row.queries()).hasSize(8);
    assertThat(Arrays.stream(row.queries()).max().getAsInt()).isLessThan(64);
    for (int query = 0; query < 8; query++) {
      double sum = 0;
      for (int key = 0; key < 65; key++) {
        sum += row.attention()[query * 65 + key];
      }
      assertThat(sum).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void anotherTokenizerKeepsTheSameWordsAndQueries() {
    AttentionSample one = new AttentionSample(ONE);
    AttentionSample other = new AttentionSample(ONE);
    add(one, Pairs.of("a b##c d e##f##g", null), 2);
    add(other, Pairs.of("a bc d efg", null), 2);
    assertThat(other.rows("r").get(0).words()).isEqualTo(one.rows("r").get(0).words());
    assertThat(other.rows("r").get(0).queries()).isEqualTo(one.rows("r").get(0).queries());
  }

  @Test
  void samplesAreMergedInTheOrderOfTheirPairs() throws IOException {
    AttentionSample sample = new AttentionSample(ONE);
    add(sample, Pairs.of("a b##c", null), 8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sample.write(new DataOutputStream(bytes));
    AttentionSample merged = new AttentionSample(ONE);
    merged.mergeFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(merged.rows("r"))
        .usingRecursiveComparison()
        .isEqualTo(List.copyOf(sample.rows("r")));
  }

  private static void add(AttentionSample sample, EncodedPair pair, int queries) {
    int n = pair.size();
    float[] weights = new float[n * n];
    for (int i = 0; i < n; i++) {
      weights[i * n] = i + 1;
      for (int j = 1; j < n; j++) {
        weights[i * n + j] = j;
      }
      float sum = i + 1 + n * (n - 1) / 2f;
      for (int j = 0; j < n; j++) {
        weights[i * n + j] /= sum;
      }
    }
    PairMeasure.Reading reading = sample.measure(queries, any -> true).open(pair);
    reading.read(0, new AttentionMap(1, n, weights, new float[n]));
    reading.keep();
  }
}
