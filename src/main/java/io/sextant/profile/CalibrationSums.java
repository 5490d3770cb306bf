package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.linguistics.Tier;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a part of the calibration sample shows; mergeable, and sent from executors to the driver.
 */
public final class CalibrationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final OffsetSums offsets;
  private int[] ids = new int[0];

  private CalibrationSums(OffsetSums offsets) {
    this.offsets = offsets;
  }

  /** The sums of no pairs. */
  public static CalibrationSums empty(BertConfig model) {
    return new CalibrationSums(new OffsetSums(model.layers() * model.heads()));
  }

  /** Runs some pairs; those that cannot be profiled are passed over. */
  public static CalibrationSums measure(
      List<SentencePair> pairs,
      Function<SentencePair, EncodedPair> encoder,
      AttentionRunner runner,
      int batchTokens,
      BertConfig model) {
    ProfileState state = ProfileState.empty(model, List.of(), 0);
    CalibrationSums sums = new CalibrationSums(state.stats().offsets());
    HeadProfiler profiler =
        new HeadProfiler(
            pair -> sums.read(encoder.apply(pair)),
            encoded -> (word, other) -> Tier.NONE,
            runner,
            Calibration.flat(model.layers() * model.heads()),
            batchTokens,
            new ExemplarLimits(0, 0, 1),
            (pair, reason, detail) -> {},
            state);
    pairs.forEach(profiler::add);
    profiler.finish();
    return sums;
  }

  public void merge(CalibrationSums other) {
    offsets.add(other.offsets);
    append(other.ids);
  }

  public Calibration calibration() {
    return Calibration.of(offsets, ids);
  }

  private EncodedPair read(EncodedPair pair) {
    append(
        IntStream.range(0, pair.size())
            .filter(position -> !pair.isDelimiter(position))
            .map(position -> pair.ids()[position])
            .toArray());
    return pair;
  }

  private void append(int[] more) {
    int size = ids.length;
    ids = Arrays.copyOf(ids, size + more.length);
    System.arraycopy(more, 0, ids, size, more.length);
  }
}
