package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.fault.BadInputException;
import io.sextant.linguistics.Tier;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.pair.WordView;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Unit;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a part of the calibration sample shows for each unit. The sums can be merged, and executors
 * send them to the driver.
 */
public final class CalibrationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For each unit, one entry per fold of the sample; see {@link Calibration#fold}. */
  private final EnumMap<Unit, OffsetSums[]> offsets = new EnumMap<>(Unit.class);

  private final EnumMap<Unit, int[]> ids = new EnumMap<>(Unit.class);

  private CalibrationSums() {}

  /** Returns the sums of no pairs. */
  public static CalibrationSums empty(BertConfig model, List<Unit> units) {
    CalibrationSums sums = new CalibrationSums();
    for (Unit unit : units) {
      OffsetSums[] folds = new OffsetSums[Calibration.FOLDS];
      Layout layout = new Layout(model.design().windows(), model.heads(), List.of());
      Arrays.setAll(folds, fold -> new OffsetSums(layout));
      sums.offsets.put(unit, folds);
      sums.ids.put(unit, new int[0]);
    }
    return sums;
  }

  /**
   * Runs the given pairs through the model. Pairs that cannot be profiled are skipped.
   *
   * @throws BadInputException if the attention of any pair is not finite, because other pairs of
   *     the corpus would be affected too
   */
  public static CalibrationSums measure(
      List<SentencePair> pairs,
      Function<SentencePair, EncodedPair> encoder,
      AttentionRunner runner,
      int batchTokens,
      BertConfig model,
      List<Unit> units) {
    CalibrationSums sums = empty(model, units);
    HeadProfiler profiler =
        new HeadProfiler(
            PairAnalysis.of(
                pair -> sums.read(encoder.apply(pair)), encoded -> (word, other) -> Tier.NONE),
            runner,
            Calibration.flat(heads(model), units),
            batchTokens,
            new ExemplarLimits(0, 0, 1),
            (pair, reason, detail) -> {},
            ProfileState.empty(model, List.of(), units, 0));
    profiler.sumsTo(
        (pair, unit, of) -> sums.offsets.get(unit)[Calibration.fold(pair)].add(of.offsets));
    pairs.forEach(profiler::add);
    profiler.finish();
    requireFinite(profiler.notFinite(), pairs.size());
    return sums;
  }

  private static void requireFinite(int notFinite, int pairs) {
    if (notFinite > 0) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the model's attention is not a finite number in %s of %s pairs of the sample: its weights are damaged, or too large for its arithmetic",
              Integer.toString(notFinite),
              Integer.toString(pairs)));
    }
  }

  public void merge(CalibrationSums other) {
    offsets.forEach(
        (unit, folds) -> {
          for (int fold = 0; fold < folds.length; fold++) {
            folds[fold].add(other.offsets.get(unit)[fold]);
          }
        });
    other.ids.forEach(this::append);
  }

  /** Returns the calibration of every unit. */
  public Map<Unit, Calibration> calibrations() {
    Map<Unit, Calibration> calibrations = new EnumMap<>(Unit.class);
    offsets.forEach((unit, of) -> calibrations.put(unit, Calibration.of(of, ids.get(unit))));
    return calibrations;
  }

  private static int heads(BertConfig model) {
    return new HeadGrid(model.layers(), model.heads()).heads();
  }

  private EncodedPair read(EncodedPair tokens) {
    for (Unit unit : ids.keySet()) {
      EncodedPair pair = unit == Unit.WORD ? WordView.of(tokens).pair() : tokens;
      append(
          unit,
          IntStream.range(0, pair.size())
              .filter(position -> !pair.isDelimiter(position))
              .map(position -> pair.ids()[position])
              .toArray());
    }
    return tokens;
  }

  private void append(Unit unit, int[] more) {
    int[] before = ids.get(unit);
    int[] all = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    ids.put(unit, all);
  }
}
