package io.sextant.profile.prediction;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the pattern {@code predictive_mlm}: compares each head's attention from word to word
 * with the {@link ConditionalPmi}. Queries and keys are words of both sentences that are not
 * punctuation. The keys of a query are the words of other lemmas; a query needs at least four. Each
 * task has its own instance, because it is not thread-safe.
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

  public PredictionProfiler(
      AttentionRunner runner,
      ConditionalPmi predictions,
      Function<EncodedPair, WordRelations> relations,
      BertConfig model) {
    this.runner = runner;
    this.predictions = predictions;
    this.relations = relations;
    this.model = model;
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
    List<PredictedRow> rows = rows(pair);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    double[] correlations = new double[grid.heads()];
    int[] hits = new int[grid.heads()];
    runner.run(
        List.of(pair),
        (index, layer, map) -> {
          for (int head = 0; head < map.heads(); head++) {
            int slot = grid.number(layer, head);
            for (PredictedRow row : rows) {
              double[] attention = row.attention(wordsOf(map, head));
              correlations[slot] += row.correlation(attention) / rows.size();
              hits[slot] += row.isHit(attention) ? 1 : 0;
            }
          }
        });
    int[] offsetHits = new int[2 * PredictionScores.FARTHEST + 1];
    for (PredictedRow row : rows) {
      if (Math.abs(row.bestOffset()) <= PredictionScores.FARTHEST) {
        offsetHits[row.bestOffset() + PredictionScores.FARTHEST]++;
      }
    }
    return Optional.of(
        new PredictionScores(pair.pair().group(), rows.size(), correlations, hits, offsetHits));
  }

  private List<PredictedRow> rows(EncodedPair pair) {
    int[] words = words(pair);
    WordRelations related = relations.apply(pair);
    boolean[][] wanted = new boolean[words.length][words.length];
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < words.length; j++) {
        Tier tier = related.between(words[i], words[j]);
        wanted[i][j] = i != j && tier != Tier.SURFACE && tier != Tier.LEMMA;
      }
    }
    List<PredictedRow> rows = new ArrayList<>();
    double[][] cpmi = predictions.of(pair, words, wanted);
    for (int i = 0; i < words.length; i++) {
      int query = i;
      int[] keys = IntStream.range(0, words.length).filter(j -> wanted[query][j]).toArray();
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
