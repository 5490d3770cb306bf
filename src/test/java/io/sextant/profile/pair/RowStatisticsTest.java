package io.sextant.profile.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares the row statistics with their definition, key by key. */
class RowStatisticsTest {
  private static final int HEADS = 3;

  /** Instances are reused, so that values left from a longer or shorter pair would be detected. */
  private final RowStatistics rows = new RowStatistics();

  @Property(tries = 200)
  void rowsAreAsDefined(
      @ForAll @IntRange(min = 1, max = 20) int a,
      @ForAll @IntRange(max = 20) int b,
      @ForAll boolean normed,
      @ForAll long seed) {
    rows.read(pair(5, 12), map(20, true, new Random(1)));
    EncodedPair pair = pair(a, b);
    AttentionMap map = map(pair.size(), normed, new Random(seed));
    rows.read(pair, map);
    for (int head = 0; head < HEADS; head++) {
      double distance = 0;
      double confidence = 0;
      double[] offsets = new double[OffsetSums.BINS];
      for (int query = 0; query < pair.size(); query++) {
        double content = 0;
        int strongest = -1;
        double greatest = 0;
        for (int key = 0; key < pair.size(); key++) {
          double weight = map.weight(head, query, key);
          greatest = Math.max(greatest, weight);
          if (!pair.isDelimiter(key)) {
            content += weight;
            boolean first = strongest < 0;
            strongest = first || weight > map.weight(head, query, strongest) ? key : strongest;
            boolean same = pair.segment(query) == pair.segment(key);
            offsets[OffsetSums.bin(query, key, same)] += pair.isDelimiter(query) ? 0 : weight;
          }
          distance += pair.isDelimiter(query) ? 0 : weight * Math.abs(query - key);
        }
        confidence += pair.isDelimiter(query) ? 0 : greatest;
        int at = head * pair.size() + query;
        assertThat(rows.content[at]).isCloseTo(content, within(1e-12));
        assertThat(rows.strongest[at]).isEqualTo(strongest);
      }
      assertThat(rows.distance[head]).isCloseTo(distance, within(1e-9));
      assertThat(rows.confidence[head]).isCloseTo(confidence, within(1e-9));
      int from = head * OffsetSums.BINS;
      assertThat(Arrays.copyOfRange(rows.offsets, from, from + OffsetSums.BINS))
          .containsExactly(offsets, within(1e-9));
    }
  }

  @Test
  void aRowThatDoesNotSumToOneIsSeen() {
    EncodedPair pair = pair(2, 3);
    float[] weights = new float[HEADS * 64];
    Arrays.fill(weights, 1 / 8f);
    rows.read(pair, new AttentionMap(HEADS, 8, weights, new float[HEADS * 8]));
    assertThat(rows.worstRowSum).isZero();
    weights[2 * 64 + 17] += .25f;
    rows.read(pair, new AttentionMap(HEADS, 8, weights, new float[HEADS * 8]));
    assertThat(rows.worstRowSum).isEqualTo(.25);
    for (float nan : new float[] {Float.NaN, Float.intBitsToFloat(0xffc00000)}) {
      Arrays.fill(weights, 64, 72, nan);
      rows.read(pair, new AttentionMap(HEADS, 8, weights, new float[HEADS * 8]));
      assertThat(rows.worstRowSum).isInfinite();
    }
  }

  private static EncodedPair pair(int a, int b) {
    return Pairs.of("a ".repeat(a).strip(), b == 0 ? null : "b ".repeat(b).strip());
  }

  /** Returns weights with ties and zeros; rows may have any sum. */
  private static AttentionMap map(int n, boolean normed, Random random) {
    float[] weights = new float[HEADS * n * n];
    float[] norms = new float[normed ? HEADS * n : 0];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(9) / 8f;
    }
    for (int i = 0; i < norms.length; i++) {
      norms[i] = 3 * random.nextFloat();
    }
    return new AttentionMap(HEADS, n, weights, new float[HEADS * n], norms);
  }
}
