package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.HeadScorer;
import io.sextant.profile.pair.NullModel;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.pair.PartitionSums;
import io.sextant.profile.pair.PreparedWindows;
import io.sextant.profile.pair.RowStatistics;
import io.sextant.profile.pair.WordAttention;
import io.sextant.profile.pair.WordView;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Unit;
import io.sextant.profile.statistic.ClusterAccumulator;
import io.sextant.profile.statistic.HeadStats;
import io.sextant.profile.statistic.Strata;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Scores the pairs of a batch for one unit and adds them to the statistics of this unit. */
final class UnitProfiler {
  private final Unit unit;
  private final Layout layout;
  private final Calibration calibration;
  private final NullModel[] nulls;
  private final HeadScorer scorer;
  private final ClusterAccumulator fold;
  private final WordAttention words = new WordAttention();
  private final RowStatistics ofWords = new RowStatistics();

  /**
   * The view, the prepared pair and the sums of each pair, by its index in the batch. The sums are
   * reused in the next batch.
   */
  private final List<WordView> views = new ArrayList<>();

  private final List<PreparedWindows> targets = new ArrayList<>();

  /** For each pair of the batch, the sums for each of its prepared pairs. */
  private final List<List<PartitionSums>> sums = new ArrayList<>();

  /** The sums of the pair that is being added; reused from pair to pair. */
  private final PairSums pairSums;

  /** The sums of the same pair for layers that see other keys; null if there are none. */
  private final PairSums otherSums;

  UnitProfiler(Unit unit, HeadStats stats, Calibration calibration) {
    this.unit = unit;
    this.layout = stats.layout();
    this.calibration = calibration;
    this.nulls = NullModel.all(calibration).toArray(new NullModel[0]);
    this.scorer = new HeadScorer(layout, nulls);
    this.fold = new ClusterAccumulator(stats);
    this.pairSums = new PairSums(layout);
    this.otherSums = layout.isLocal() ? new PairSums(layout) : null;
  }

  Unit unit() {
    return unit;
  }

  /** Prepares the pairs of a batch before their maps are computed. */
  void start(List<AnnotatedPair> batch) {
    views.clear();
    targets.clear();
    for (int i = 0; i < batch.size(); i++) {
      WordView view = view(batch.get(i).encoded());
      AnnotatedPair pair = batch.get(i).at(view.pair());
      views.add(view);
      targets.add(new PreparedWindows(pair, view, layout, calibration));
      if (i == sums.size()) {
        sums.add(new ArrayList<>());
      }
      start(targets.get(i), sums.get(i));
    }
  }

  private void start(PreparedWindows windows, List<PartitionSums> of) {
    for (int k = 0; k < windows.count(); k++) {
      if (k == of.size()) {
        of.add(new PartitionSums(layout));
      }
      of.get(k).start(windows.get(k), nulls);
    }
  }

  private WordView view(EncodedPair tokens) {
    return unit == Unit.WORD ? WordView.of(tokens) : WordView.ofTokens(tokens);
  }

  /**
   * Scores one layer of a pair.
   *
   * @param tokens the attention map between tokens
   * @param ofTokens the row statistics of this map
   */
  void score(int pair, int layer, AttentionMap tokens, RowStatistics ofTokens) {
    AttentionMap map = tokens;
    RowStatistics rows = ofTokens;
    if (unit == Unit.WORD) {
      WordView view = views.get(pair);
      map = words.of(tokens, view);
      rows = ofWords;
      rows.read(view.pair(), map);
      rows.takeContent(ofTokens, view, map.heads());
    }
    PreparedWindows windows = targets.get(pair);
    int index = windows.indexOf(layer);
    scorer.score(windows.get(index), layer, tokens, map, rows, sums.get(pair).get(index));
  }

  /**
   * Adds a pair of the batch to the statistics. All its maps must have been scored.
   *
   * @param tokens the pair; its length in tokens determines its stratum for every unit
   * @param predicted the index of the class that the model predicts; negative if the statistics
   *     have no strata by class
   * @return the sums of the pair, which the next call overwrites
   */
  PairSums fold(int pair, EncodedPair tokens, int predicted) {
    IntStream strata = Arrays.stream(Strata.of(tokens));
    if (unit == Unit.TOKEN) {
      strata = IntStream.concat(strata, IntStream.of(Strata.half(tokens.pair())));
    }
    if (predicted >= 0) {
      strata = IntStream.concat(strata, IntStream.of(Strata.predicted(predicted)));
    }
    take(targets.get(pair), sums.get(pair));
    fold.add(pairSums, strata.toArray(), tokens.pair().group());
    return pairSums;
  }

  private void take(PreparedWindows windows, List<PartitionSums> of) {
    pairSums.take(windows.get(0), of.get(0), nulls);
    for (int k = 1; k < windows.count(); k++) {
      otherSums.take(windows.get(k), of.get(k), nulls);
      for (int layer = 0; layer < layout.windows().size(); layer++) {
        if (windows.indexOf(layer) == k) {
          pairSums.takeLayer(otherSums, layer, layout.grid().headsPerLayer());
        }
      }
    }
  }

  /** Closes the last group. */
  void finish() {
    fold.finish();
  }
}
