package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final Overhead FREE =
      new Overhead(
          new Overhead.Before(0, 0, 0, 0, 0),
          new Overhead.Calibrating(new Overhead.Tasks(1, 0), 0),
          0,
          0,
          0,
          0,
          Overhead.Effects.NONE,
          Overhead.Tasks.NONE);
  private static final BertConfig BASE =
      new BertConfig(new EncoderShape(12, 12, 768, 3072), new EmbeddingShape(30522, 512, 2), true);

  private static final Estimate.Lengths ONE = new Estimate.Lengths(new int[] {64}, 64);

  private static Estimate estimate(
      long pairs, Estimate.Lengths lengths, Estimate.Timed timed, Overhead overhead) {
    ExecutorSize size = ExecutorSize.of(BASE, 4);
    return Estimate.of(BASE, pairs, lengths, timed, overhead, "onednn", 16, size);
  }

  @Test
  void operationsAreCountedByHand() {
    // Two layers of hidden 8 and inner 20 on 3 tokens: a multiplication and an addition each of
    // query and key 2 x 3 x 8 x 8, their products 3 x 3 x 8; in the first layer also value and
    // output 2 x 3 x 8 x 8, the feed-forward layers 2 x 3 x 8 x 20, the sums of values 3 x 3 x 8.
    BertConfig small =
        new BertConfig(new EncoderShape(2, 2, 8, 20), new EmbeddingShape(100, 16, 2), true);
    long looks = 2 * 3 * 8 * 8 + 3 * 3 * 8;
    long moves = 2 * 3 * 8 * 8 + 2 * 3 * 8 * 20 + 3 * 3 * 8;
    assertThat(Estimate.flop(small, 3)).isEqualTo(2.0 * (2 * looks + moves));
  }

  @Test
  void theRateIsTakenToTheLengthsOfTheSample() {
    // The two timed pairs are half as long as the average of all, and took a second each.
    int[] tokens = {32, 32, 96, 96};
    Estimate estimate =
        estimate(1_000_000, new Estimate.Lengths(tokens, 96), new Estimate.Timed(2, 2), FREE);
    double ratio = (1 + Estimate.flop(BASE, 96) / Estimate.flop(BASE, 32)) / 2;
    assertThat(estimate.pairsPerSecond()).isCloseTo(1 / ratio, within(1e-9));
    assertThat(estimate.sample().meanTokens()).isEqualTo(64);
    assertThat(estimate.sample().longest()).isEqualTo(96);
    assertThat(estimate.hours(128)).isCloseTo(1_000_000 * ratio / 128 / 3600, within(1e-6));
  }

  @Test
  void whatARunTakesBesidesItsChunksIsNamedAndSummed() {
    // 2,000 pairs make 63 chunks, which one task merges; 8 tasks calibrate; an executor has 4
    // cores.
    Overhead overhead =
        new Overhead(
            new Overhead.Before(9, 4, 2, 3, 1),
            new Overhead.Calibrating(new Overhead.Tasks(8, 16), 0),
            7,
            8,
            .1,
            5,
            Overhead.Effects.NONE,
            Overhead.Tasks.NONE);
    Estimate estimate = estimate(2_000, ONE, new Estimate.Timed(1, .5), overhead);
    double always = 9 + 4 + 2 + 3 + 1 + 7;
    assertThat(estimate.hours(1) * 3600).isCloseTo(always + 16 + 8 + 6.3 + 5 + 1000, within(1e-9));
    double oneRound = 2_000 * .5 / 63;
    assertThat(estimate.hours(16) * 3600)
        .isCloseTo(always + 2 + 2 + 6.3 + 5 + 4 * oneRound, within(1e-9));
    assertThat(estimate.lines())
        .contains(
            "besides, on 1 core      61 s: start 9.0, input 4.0, staging 2.0, words 3.0, opening 1.0, calibration 16.0, warm-up 7.0, compiling 8.0, merging 6.3, tables 5.0");
  }

  @Test
  void pairsThatWereCalibratedOnAreNotRunAgainInTheSameExecutor() {
    Overhead.Calibrating calibrating = new Overhead.Calibrating(new Overhead.Tasks(8, 16), .75);
    assertThat(calibrating.seconds(1)).isEqualTo(4);
    assertThat(calibrating.seconds(4)).isEqualTo(1);
    // Of four executors, one has calibrated on the pairs of a chunk.
    assertThat(calibrating.seconds(16)).isEqualTo(2 * (1 - .75 / 4));
  }

  @Test
  void coresBeyondTheNumberOfChunksAreOfNoUse() {
    Estimate estimate = estimate(100, ONE, new Estimate.Timed(1, .5), FREE);
    assertThat(estimate.hours(4) * 3600).isCloseTo(12.5, within(1e-9));
    assertThat(estimate.hours(1000)).isEqualTo(estimate.hours(4));
  }

  @Test
  void effectsAndUntrainedModelsAreDividedAmongAsManyCoresAsTheyHaveTasks() {
    Overhead overhead =
        new Overhead(
            new Overhead.Before(0, 0, 0, 0, 0),
            new Overhead.Calibrating(new Overhead.Tasks(1, 0), 0),
            0,
            0,
            0,
            0,
            new Overhead.Effects(6, new Overhead.Tasks(10, 320)),
            new Overhead.Tasks(2, 80));
    Estimate estimate = estimate(2_000, ONE, new Estimate.Timed(1, .5), overhead);
    double oneRound = 2_000 * .5 / 63;
    assertThat(estimate.hours(16) * 3600).isCloseTo(6 + 32 + 40 + 4 * oneRound, within(1e-9));
    assertThat(estimate.lines())
        .anyMatch(line -> line.endsWith("tables 0.0, effects 326.0, null models 80.0"));
  }

  @Test
  void itIsWrittenForPeople() {
    Estimate estimate = estimate(36_000, ONE, new Estimate.Timed(1, .5), FREE);
    assertThat(estimate.lines())
        .contains(
            "rows                    36,000",
            "tokens a pair           64.0, at most 64, of 1 sampled",
            "on 1 core               5.0 h",
            "on 16 cores             19 min, as here",
            "on 1,000 cores          71 s")
        .anyMatch(line -> line.startsWith("spark.executor.memory "));
  }
}
