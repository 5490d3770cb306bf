package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeBucketsTest {

  /** Compares with make_log_bucket_position of transformers 5.24, by distance. */
  @ParameterizedTest
  @CsvSource({
    "256, 512, 0:0 1:1 127:127 128:128 129:129 130:130 135:133 200:169 300:207 500:254 510:255",
    "8, 40, 0:0 3:3 4:4 5:5 6:5 8:5 9:6 18:6 19:7 39:7",
    "5, 16, 1:1 2:2 3:3 4:3 15:3 16:4"
  })
  void bucketsAreThoseOfTransformers(int span, int greatest, String expected) {
    RelativeBuckets buckets = new RelativeBuckets(span, greatest);
    for (String each : expected.split(" ")) {
      int distance = Integer.parseInt(each.substring(0, each.indexOf(':')));
      int bucket = Integer.parseInt(each.substring(each.indexOf(':') + 1));
      assertThat(buckets.of(distance)).as("distance %d", distance).isEqualTo(span + bucket);
      assertThat(buckets.of(-distance)).as("distance -%d", distance).isEqualTo(span - bucket);
    }
  }

  @Test
  void distancesBeyondTheLastBucketAreInIt() {
    RelativeBuckets buckets = new RelativeBuckets(8, 40);
    assertThat(IntStream.of(40, 41, 1000).map(buckets::of)).containsOnly(15);
    assertThat(IntStream.of(-40, -41, -1000).map(buckets::of)).containsOnly(0);
  }

  @Test
  void withoutLogarithmsEveryDistanceHasItsOwnBucket() {
    RelativeBuckets buckets = new RelativeBuckets(20, 0);
    assertThat(IntStream.rangeClosed(-20, 19).map(buckets::of).toArray())
        .isEqualTo(IntStream.range(0, 40).toArray());
    assertThat(buckets.of(20)).isEqualTo(39);
    assertThat(buckets.of(-21)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"256,512", "8,40", "7,16", "320,4096", "20,0"})
  void bucketsDoNotDecreaseFromTheFirstToTheLast(int span, int greatest) {
    RelativeBuckets buckets = new RelativeBuckets(span, greatest);
    int[] all = IntStream.rangeClosed(-5000, 5000).map(buckets::of).toArray();
    assertThat(all).isSorted();
    assertThat(Arrays.stream(all).max().orElseThrow()).isEqualTo(buckets.count() - 1);
    assertThat(Arrays.stream(all).min().orElseThrow()).isZero();
  }
}
