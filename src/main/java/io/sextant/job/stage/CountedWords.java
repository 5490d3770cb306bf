package io.sextant.job.stage;

import io.sextant.linguistics.Association;
import io.sextant.linguistics.Cooccurrences.WordPair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The words whose pairs are counted, by index from 0 in ascending order.
 *
 * @param words ascending
 * @param counts clusters whose drawn pair holds each word
 * @param clusters clusters counted
 */
record CountedWords(String[] words, long[] counts, long clusters) implements Serializable {

  static CountedWords of(List<String> words, List<Long> counts, long clusters) {
    int[] ascending =
        IntStream.range(0, words.size())
            .boxed()
            .sorted((left, right) -> words.get(left).compareTo(words.get(right)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new CountedWords(
        Arrays.stream(ascending).mapToObj(words::get).toArray(String[]::new),
        Arrays.stream(ascending).mapToLong(counts::get).toArray(),
        clusters);
  }

  /**
   * Every two of some distinct words that are among these, as the lesser index in the upper half of
   * a number and the greater in the lower.
   */
  LongStream pairsOf(String[] some) {
    int[] indices =
        Arrays.stream(some)
            .mapToInt(word -> Arrays.binarySearch(words, word))
            .filter(index -> index >= 0)
            .sorted()
            .toArray();
    return IntStream.range(0, indices.length)
        .mapToObj(
            upper ->
                IntStream.range(upper + 1, indices.length)
                    .mapToLong(lower -> (long) indices[upper] << Integer.SIZE | indices[lower]))
        .flatMapToLong(stream -> stream);
  }

  /** The words of such a number, which the drawn pairs of so many clusters hold both. */
  WordPair pair(long key, long joint) {
    int word = (int) (key >>> Integer.SIZE);
    int other = (int) key;
    return new WordPair(
        words[word], words[other], new Association(clusters, counts[word], counts[other], joint));
  }
}
