package io.sextant.profile.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sextant.attention.AttentionMap;
import io.sextant.linguistics.Tier;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.Patterns;
import io.sextant.pattern.Targets;
import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.state.Layout;
import io.sextant.text.EncodedPair;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the null offset with its definition, key by key. */
class OffsetNullTest {
  private static final int HEADS = 2;

  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({"1,0", "1,1", "3,9", "12,12", "40,25", "130,0", "110,115"})
  void laysWhatAQueryGivesToContentOutByTheHeadsHabit(int a, int b) {
    Calibration calibration =
        new Calibration(
            random.doubles(HEADS * OffsetSums.BINS, .001, 1).toArray(),
            new double[0][],
            new int[0]);
    Layout layout = new Layout(1, HEADS, Patterns.all());
    EncodedPair encoded =
        SyntheticHeads.encode(SyntheticHeads.pair("x", null, words(a), b == 0 ? null : words(b)));
    PreparedPair pair =
        new PreparedPair(
            new AnnotatedPair(encoded, (word, other) -> Tier.LEMMA),
            WordView.ofTokens(encoded),
            layout,
            calibration);
    AttentionMap map = map(encoded.size());
    RowStatistics rows = new RowStatistics();
    rows.read(encoded, map);
    PartitionSums byBlock = new PartitionSums(layout);
    byBlock.start(pair, NullModel.all(calibration).toArray(new NullModel[0]));
    NullModel chance = new OffsetNull(calibration);
    for (int head = 0; head < HEADS; head++) {
      chance.read(pair, map, rows, head, head, byBlock.nulls[1]);
    }
    PairSums sums = new PairSums(layout);
    int part = layout.indexOf("related", "all");
    chance.sum(pair, part, sums, byBlock.nulls[1], sums.nulls[1]);
    for (int head = 0; head < HEADS; head++) {
      assertThat(sums.nulls[1].expected.at(part, head))
          .isCloseTo(
              expected(pair, pair.targets[part], rows, head, calibration), withinPercentage(1e-9));
    }
  }

  @Test
  void binsAreSingleNearbyAndGrowWithDistance() {
    int[] nearest = {11, 16, 24, 32, 48, 64, 96};
    for (boolean same : new boolean[] {true, false}) {
      for (int offset = -300; offset <= 300; offset++) {
        int distance = Math.abs(offset);
        int expected = distance;
        for (int first : nearest) {
          expected = distance >= first ? first : expected;
        }
        int bin = OffsetSums.bin(100, 100 + offset, same);
        assertThat(OffsetSums.offset(bin)).isEqualTo(offset < 0 ? -expected : expected);
        assertThat(OffsetSums.sameSentence(bin)).isEqualTo(same);
      }
    }
    assertThat(OffsetSums.BINS).isEqualTo(2 * (21 + 2 * nearest.length));
  }

  private static double expected(
      PreparedPair pair, Targets targets, RowStatistics rows, int head, Calibration calibration) {
    double expected = 0;
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      double all = 0;
      for (int key : pair.content) {
        all += habit(pair, query, key, head, calibration);
      }
      double content = rows.content[head * pair.pair.size() + query];
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        for (int target = targets.start(k); target < targets.end(k); target++) {
          expected += content * habit(pair, query, target, head, calibration) / all;
        }
      }
    }
    return expected;
  }

  private static double habit(
      PreparedPair pair, int query, int key, int head, Calibration calibration) {
    boolean same = pair.pair.segment(query) == pair.pair.segment(key);
    return calibration.weights()[head * OffsetSums.BINS + OffsetSums.bin(query, key, same)];
  }

  private AttentionMap map(int n) {
    float[] weights = new float[HEADS * n * n];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() / n;
    }
    return new AttentionMap(HEADS, n, weights, new float[HEADS * n]);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
  }
}
