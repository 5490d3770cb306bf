package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.math.SplitMix;
import io.sextant.profile.pair.WordRows;
import io.sextant.profile.pair.WordView;
import io.sextant.profile.state.NullableText;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.SampledAttention;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The attention of all heads from some words of a pair. The keys are the words of the pair and, as
 * the last one, everything else: delimiters, and words that are too many.
 *
 * @param pairId the id of the pair
 * @param words the first words of the pair, at most {@value #MOST_WORDS}
 * @param queries the indices in {@code words} of the queries, in the order of a hash of the pair's
 *     id and the index, so that every model has the same
 * @param weights the weights by head, query and key; heads are counted over all layers
 */
record SampledWords(String pairId, List<String> words, int[] queries, float[] weights) {
  private static final int MOST_WORDS = 64;

  /**
   * Returns the words of a pair without weights.
   *
   * @param most the greatest number of queries
   */
  static SampledWords of(EncodedPair pair, int most, HeadGrid grid) {
    List<String> words = pair.words().stream().limit(MOST_WORDS).map(Word::text).toList();
    long seed = pair.pair().id().hashCode();
    int[] queries =
        IntStream.range(0, words.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer word) -> SplitMix.step(seed, word))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
    int size = grid.heads() * queries.length * (words.size() + 1);
    return new SampledWords(pair.pair().id(), words, queries, new float[size]);
  }

  private int keys() {
    return words.size() + 1;
  }

  /** Sets the weights of a layer's heads. */
  void take(int firstHead, AttentionMap map, WordView view) {
    int[] positions = new int[view.pair().size()];
    for (int position = 0; position < positions.length; position++) {
      int word = view.pair().wordOf()[position];
      positions[position] = word < 0 ? words.size() : Math.min(word, words.size());
    }
    float[] row = new float[positions.length];
    for (int head = 0; head < map.heads(); head++) {
      for (int query = 0; query < queries.length; query++) {
        int position = view.pair().words().get(queries[query]).firstToken();
        int first = map.row(head, view.firstToken()[position]);
        WordRows.fill(map.weights(), first, map.size(), view, position, row, 0);
        int to = ((firstHead + head) * queries.length + query) * keys();
        for (int key = 0; key < row.length; key++) {
          weights[to + positions[key]] += row[key];
        }
      }
    }
  }

  /** Returns the rows of the table, head by head. */
  List<SampledAttention> rows(String runId, HeadGrid grid) {
    int size = queries.length * keys();
    List<SampledAttention> rows = new ArrayList<>();
    for (int head = 0; head < grid.heads(); head++) {
      rows.add(
          new SampledAttention(
              new HeadKey(runId, grid.layer(head), grid.head(head)),
              pairId,
              words,
              queries,
              Arrays.copyOfRange(weights, head * size, (head + 1) * size)));
    }
    return rows;
  }

  void write(DataOutput out) throws IOException {
    NullableText.write(out, pairId);
    out.writeInt(words.size());
    for (String word : words) {
      NullableText.write(out, word);
    }
    out.writeInt(queries.length);
    for (int query : queries) {
      out.writeInt(query);
    }
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  /** Reads what {@link #write} wrote. */
  static SampledWords read(DataInput in, HeadGrid grid) throws IOException {
    String pairId = NullableText.read(in);
    List<String> words = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      words.add(NullableText.read(in));
    }
    int[] queries = new int[in.readInt()];
    for (int query = 0; query < queries.length; query++) {
      queries[query] = in.readInt();
    }
    float[] weights = new float[grid.heads() * queries.length * (words.size() + 1)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    return new SampledWords(pairId, words, queries, weights);
  }
}
