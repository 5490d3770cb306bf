package io.sextant.profile.prediction;

import io.sextant.bert.BertConfig;
import io.sextant.bert.LayerWindows;
import io.sextant.catalogue.Catalogue;
import io.sextant.math.Interval;
import io.sextant.profile.state.PairedMoments;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.HeadGrid;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Computes the rows of {@code predictive_mlm} in {@code head_patterns} from the scores of the
 * sampled pairs. {@code rank_correlation} is the mean over pairs, and {@code top1} the fraction of
 * all queries that are hits; both have a 95 % interval by Student's t, over groups or pairs. {@code
 * top1_null} is the greatest fraction that a fixed offset reaches. The pattern has no share, no
 * lift and no grade.
 */
public final class PredictionTable {
  private static final String PATTERN = "predictive_mlm";

  private PredictionTable() {}

  /**
   * Returns one row per head, ordered by layer and head; none for a head whose layer has no query
   * that sees enough keys.
   */
  public static List<HeadPattern> rows(
      String runId, BertConfig model, List<PredictionScores> pairs) {
    List<HeadPattern> rows = new ArrayList<>();
    LayerWindows windows = LayerWindows.of(model.design().windows());
    for (int window = 0; window < windows.count(); window++) {
      int index = window;
      List<PredictionScores> some =
          pairs.stream().filter(pair -> pair.queries()[index] > 0).toList();
      if (!some.isEmpty()) {
        addRows(runId, model, some, index, rows);
      }
    }
    rows.sort(Comparator.comparingInt(HeadPattern::layer).thenComparingInt(HeadPattern::head));
    return rows;
  }

  /** Adds the rows of the heads whose layers have a window, from pairs with a query in it. */
  private static void addRows(
      String runId,
      BertConfig model,
      List<PredictionScores> pairs,
      int window,
      List<HeadPattern> rows) {
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    LayerWindows windows = LayerWindows.of(model.design().windows());
    PairedMoments correlations =
        moments(pairs, grid.heads(), (pair, head) -> pair.correlations()[head], pair -> 1);
    PairedMoments hits =
        moments(
            pairs, grid.heads(), (pair, head) -> pair.hits()[head], pair -> pair.queries()[window]);
    long queries = pairs.stream().mapToLong(pair -> pair.queries()[window]).sum();
    for (int head = 0; head < grid.heads(); head++) {
      if (windows.index(grid.layer(head)) != window) {
        continue;
      }
      Interval correlation = correlations.ratio(0, head).interval().within(-1, 1);
      PatternKey key =
          new PatternKey(runId, grid.layer(head), grid.head(head), PATTERN, "all", "word", "all");
      rows.add(
          Table.HEAD_PATTERNS
              .row()
              .set(key)
              .set("n_clusters", correlations.clusters(0))
              .set("n_queries", queries)
              .set("top1", hits.ratio(0, head).interval().within(0, 1))
              .set("top1_null", (double) bestOffset(pairs, window) / queries)
              .set("rank_correlation", correlation)
              .set("score", correlation)
              .set("score_se", correlations.ratio(0, head).error())
              .set("judged_by", Catalogue.all().judging(PATTERN).judgedBy())
              .set("exhibits", false)
              .set("headline", false)
              .build());
    }
  }

  /**
   * Returns the moments over clusters of a sum for each head and of a count.
   *
   * @param value what a pair adds to the sum of a head
   */
  private static PairedMoments moments(
      List<PredictionScores> pairs,
      int heads,
      ToDoubleBiFunction<PredictionScores, Integer> value,
      ToIntFunction<PredictionScores> count) {
    Map<Object, List<PredictionScores>> clusters = new LinkedHashMap<>();
    for (PredictionScores pair : pairs) {
      Object cluster = pair.group() == null ? pair : pair.group();
      clusters.computeIfAbsent(cluster, first -> new ArrayList<>()).add(pair);
    }
    PairedMoments moments = new PairedMoments(1, heads);
    for (List<PredictionScores> cluster : clusters.values()) {
      SlotArray sums = new SlotArray(1, heads);
      SlotArray counts = new SlotArray(1, heads);
      counts.fill(0, cluster.stream().mapToInt(count).sum());
      for (PredictionScores pair : cluster) {
        for (int head = 0; head < heads; head++) {
          sums.add(0, head, value.applyAsDouble(pair, head));
        }
      }
      moments.add(0, sums, counts, 0);
    }
    return moments;
  }

  private static long bestOffset(List<PredictionScores> pairs, int window) {
    return IntStream.rangeClosed(0, 2 * PredictionScores.FARTHEST)
        .mapToLong(bin -> pairs.stream().mapToLong(pair -> pair.offsetHits()[window][bin]).sum())
        .max()
        .orElseThrow();
  }
}
