package io.sextant.compare;

import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.SampledAttention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The attention that a run keeps of one pair of its sample.
 *
 * @param words the words of the pair
 * @param queries the indices of the words whose attention is kept
 * @param heads for each head of the model, its rows one after the other
 */
record KeptAttention(List<String> words, int[] queries, float[][] heads) {

  /** Returns the pairs of a run by their ids; none if it keeps none. */
  static Map<String, KeptAttention> of(RunDirectory run, HeadGrid grid) {
    Map<String, KeptAttention> pairs = new HashMap<>();
    if (run.has(Table.SAMPLED_ATTENTION)) {
      run.read(
          Table.SAMPLED_ATTENTION,
          row -> {
            KeptAttention pair = pairs.computeIfAbsent(row.pairId(), absent -> empty(row, grid));
            pair.heads[grid.number(row.layer(), row.head())] = row.attention();
          });
    }
    return pairs;
  }

  private static KeptAttention empty(SampledAttention row, HeadGrid grid) {
    return new KeptAttention(row.words(), row.queries(), new float[grid.heads()][]);
  }

  /** Returns the number of keys: the words, and one that stands for everything else. */
  int keys() {
    return words.size() + 1;
  }

  /** Returns the weight of a head; queries are counted in the order in which they are kept. */
  float weight(int head, int query, int key) {
    return heads[head][query * keys() + key];
  }

  /** Returns the number of the row that has a word as its query; -1 if it is not kept. */
  int row(int word) {
    return IntStream.range(0, queries.length)
        .filter(query -> queries[query] == word)
        .findFirst()
        .orElse(-1);
  }
}
