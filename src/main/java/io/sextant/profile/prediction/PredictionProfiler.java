package io.sextant.profile.prediction;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.bert.LayerWindows;
import io.sextant.bert.Window;
import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the pattern {@code predictive_mlm}: compares each head's attention from word to word
 * with the {@link ConditionalPmi}. Queries and keys are words of both sentences that are not
 * punctuation. The keys of a query are the words of other lemmas that the queries of a layer see; a
 * query needs at least four. Each task has its own instance, because it is not thread-safe.
 */
public final class PredictionProfiler {
  /**
   * The smallest number of keys. With fewer, the correlation that remains after the distance is
   * partialled out is always 1 or -1.
   */
  private static final int FEWEST_KEYS = 4;

  private final AttentionRunner runner;
  private final ConditionalPmi predictions;
  private final Function<EncodedPair, WordRelations> relations;
  private final BertConfig model;
  private final LayerWindows windows;

  public PredictionProfiler(
      AttentionRunner runner,
      ConditionalPmi predictions,
      Function<EncodedPair, WordRelations> relations,
      BertConfig model) {
    this.runner = runner;
    this.predictions = predictions;
    this.relations = relations;
    this.model = model;
    this.windows = LayerWindows.of(model.design().windows());
  }

  /** Returns whether a pair has enough words for {@link #score}. */
  public static boolean isScored(EncodedPair pair) {
    return words(pair).length > FEWEST_KEYS;
  }

  /** Returns the greatest number of forward passes that {@link #score} makes for a pair. */
  public static long passes(EncodedPair pair) {
    return 1 + ConditionalPmi.passes(words(pair).length);
  }

  /** Returns the scores of a pair; empty if no word of it has enough keys. */
  public Optional<PredictionScores> score(EncodedPair pair) {
    List<List<PredictedRow>> rowsOf = rows(pair);
    if (rowsOf.stream().allMatch(List::isEmpty)) {
      return Optional.empty();
    }
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    double[] correlations = new double[grid.heads()];
    int[] hits = new int[grid.heads()];
    runner.run(
        List.of(pair),
        (index, layer, map) -> {
          List<PredictedRow> rows = rowsOf.get(windows.index(layer));
          for (int head = 0; head < map.heads(); head++) {
            int slot = grid.number(layer, head);
            for (PredictedRow row : rows) {
              double[] attention = row.attention(wordsOf(map, head));
              correlations[slot] += row.correlation(attention) / rows.size();
              hits[slot] += row.isHit(attention) ? 1 : 0;
            }
          }
        });
    return Optional.of(
        new PredictionScores(
            pair.pair().group(),
            rowsOf.stream().mapToInt(List::size).toArray(),
            correlations,
            hits,
            rowsOf.stream().map(PredictionScores::offsetHits).toArray(int[][]::new)));
  }

  /** Returns the rows of a pair in each window. */
  private List<List<PredictedRow>> rows(EncodedPair pair) {
    int[] words = words(pair);
    WordRelations related = relations.apply(pair);
    boolean[][] wanted = new boolean[words.length][words.length];
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < words.length; j++) {
        Tier tier = related.between(words[i], words[j]);
        wanted[i][j] = i != j && tier != Tier.SURFACE && tier != Tier.LEMMA;
      }
    }
    double[][] cpmi = predictions.of(pair, words, wanted);
    return windows.different().stream()
        .map(window -> rows(pair, words, cpmi, inSight(pair, words, wanted, window)))
        .toList();
  }

  /** Returns which of the wanted keys the queries see in a window. */
  private static boolean[][] inSight(
      EncodedPair pair, int[] words, boolean[][] wanted, Window window) {
    boolean[][] seen = new boolean[words.length][words.length];
    for (int i = 0; i < words.length; i++) {
      Word query = pair.words().get(words[i]);
      for (int j = 0; j < words.length; j++) {
        seen[i][j] = wanted[i][j] && window.sees(query.distance(pair.words().get(words[j])));
      }
    }
    return seen;
  }

  private static List<PredictedRow> rows(
      EncodedPair pair, int[] words, double[][] cpmi, boolean[][] isKey) {
    List<PredictedRow> rows = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      int query = i;
      int[] keys = IntStream.range(0, words.length).filter(j -> isKey[query][j]).toArray();
      if (keys.length >= FEWEST_KEYS) {
        PredictedRow row =
            new PredictedRow(
                pair,
                words[query],
                IntStream.of(keys).map(j -> words[j]).toArray(),
                IntStream.of(keys).mapToDouble(j -> cpmi[query][j]).toArray());
        if (row.isDefined()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static int[] words(EncodedPair pair) {
    return IntStream.range(0, pair.words().size())
        .filter(word -> !pair.words().get(word).punctuation())
        .toArray();
  }

  private static PredictedRow.WordAttention wordsOf(AttentionMap map, int head) {
    return (query, key) -> {
      double sum = 0;
      for (int i = query.firstToken(); i < query.endToken(); i++) {
        for (int j = key.firstToken(); j < key.endToken(); j++) {
          sum += map.weight(head, i, j);
        }
      }
      return sum / (query.endToken() - query.firstToken());
    };
  }
}
