package io.sextant.job.stage;

import io.sextant.linguistics.Association;
import io.sextant.linguistics.Cooccurrences.WordPair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The vocabulary whose word pairs are counted. A word is identified by its index.
 *
 * @param words the words in ascending order
 * @param counts the number of clusters whose sampled pair contains each word
 * @param clusters the number of all counted clusters
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
   * Returns a key for every two of some distinct words that are in the vocabulary. The key has the
   * lesser index in its upper 32 bits and the greater index in its lower 32 bits.
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

  /**
   * Returns the word pair of a key.
   *
   * @param joint the number of clusters whose sampled pair contains both words
   */
  WordPair pair(long key, long joint) {
    int word = (int) (key >>> Integer.SIZE);
    int other = (int) key;
    return new WordPair(
        words[word], words[other], new Association(clusters, counts[word], counts[other], joint));
  }
}
