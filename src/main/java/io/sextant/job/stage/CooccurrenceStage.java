package io.sextant.job.stage;

import io.sextant.config.CooccurrenceSettings;
import io.sextant.job.executor.EncodedRows;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.ContentWords;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.linguistics.Language;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Counts which words occur together in the pairs of one half of the corpus, and keeps the word
 * pairs that do so often and significantly. Counts are integers and ties are broken by name, so the
 * result depends on the rows and the settings alone.
 *
 * <p>The trials of the counts must be independent, and pairs of one cluster (a group, or the pairs
 * of one sentence A) are not: three pairs that repeat a premise repeat every word pair in it.
 * Therefore one pair of each cluster, sampled by a hash, is counted, and the number of trials is
 * the number of clusters. Words and word pairs are counted in the same trials, so independent words
 * have the counts that {@link io.sextant.linguistics.Association} expects, whatever the sizes of
 * the clusters. Counting the union of a cluster's words would be wrong: if clusters differ in size,
 * any two words occur together in the large ones.
 *
 * <p>Memory does not grow with the corpus. Words are counted first, and only the most frequent
 * {@code max-words} are paired. Spark's maps combine both counts before and after the shuffle and
 * spill to disk. Besides, a task holds the words and counts of that vocabulary and the word pairs
 * of one sentence pair: (n choose 2) for n distinct words, fewer than 131,000 for BERT's 512
 * tokens. The driver holds the vocabulary and at most {@code max-pairs} word pairs, and sends them
 * to every executor.
 */
public final class CooccurrenceStage {

  /**
   * A word and the number of sampled pairs that contain it. The most frequent word comes first;
   * ties are broken by name.
   */
  private record WordCount(String word, long count) implements Comparable<WordCount>, Serializable {
    private static final Comparator<WordCount> ORDER =
        Comparator.comparingLong(WordCount::count).reversed().thenComparing(WordCount::word);

    @Override
    public int compareTo(WordCount other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A significant word pair and its log-likelihood ratio. The most significant pair comes first;
   * ties are broken by name.
   */
  private record Candidate(double ratio, WordPair pair)
      implements Comparable<Candidate>, Serializable {
    private static final Comparator<Candidate> ORDER =
        Comparator.comparingDouble(Candidate::ratio)
            .reversed()
            .thenComparing(candidate -> candidate.pair().word())
            .thenComparing(candidate -> candidate.pair().other());

    @Override
    public int compareTo(Candidate other) {
      return ORDER.compare(this, other);
    }
  }

  private final JavaSparkContext context;
  private final CooccurrenceSettings settings;
  private final PrintStream out;

  public CooccurrenceStage(
      JavaSparkContext context, CooccurrenceSettings settings, PrintStream out) {
    this.context = context;
    this.settings = settings;
    this.out = out;
  }

  /** Returns the word pairs that are kept, ordered by name. */
  public List<WordPair> run(JavaRDD<InputRow> rows, TaskSettings task) {
    context.setJobDescription("sextant: count words that occur together");
    Broadcast<TaskSettings> broadcast = context.broadcast(task);
    JavaRDD<InputRow> half = rows.filter(row -> row.reason() == null && row.pair().isCounted());
    JavaRDD<InputRow> drawn =
        HashedSample.oneOfEach(half, "cooccurrence", row -> row.pair().cooccurrenceCluster());
    ContentWords contentWords = new ContentWords(task.language());
    JavaRDD<String[]> words =
        drawn
            .mapPartitions(new EncodedRows(broadcast))
            .map(row -> contentWords.of(row._2()).toArray(String[]::new))
            // The words are cut once, although both counts go over them.
            .persist(StorageLevel.MEMORY_AND_DISK());
    CountedWords vocabulary = vocabulary(words, drawn.count());
    Broadcast<CountedWords> counted = context.broadcast(vocabulary);
    try {
      List<WordPair> kept = keep(pairCounts(words, counted), counted, task.language());
      out.printf(
          Locale.ROOT,
          "%,d word pairs predict each other by co-occurrence in %,d clusters%s%n",
          kept.size(),
          vocabulary.clusters(),
          kept.isEmpty() ? ": predictive_cooccurrence is not measured" : "");
      return kept;
    } finally {
      counted.destroy();
      words.unpersist();
      broadcast.destroy();
    }
  }

  private CountedWords vocabulary(JavaRDD<String[]> words, long clusters) {
    int least = settings.minCount();
    JavaRDD<WordCount> frequent =
        words
            .flatMapToPair(
                some -> List.of(some).stream().map(word -> new Tuple2<>(word, 1L)).iterator())
            .reduceByKey(Long::sum)
            .filter(count -> count._2() >= least)
            .map(count -> new WordCount(count._1(), count._2()));
    List<WordCount> kept = first(frequent, settings.maxWords());
    return CountedWords.of(
        kept.stream().map(WordCount::word).toList(),
        kept.stream().map(WordCount::count).toList(),
        clusters);
  }

  private JavaPairRDD<Long, Long> pairCounts(
      JavaRDD<String[]> words, Broadcast<CountedWords> counted) {
    int least = settings.minCount();
    return words
        .flatMapToPair(
            some -> counted.value().pairsOf(some).mapToObj(key -> new Tuple2<>(key, 1L)).iterator())
        .reduceByKey(Long::sum)
        .filter(count -> count._2() >= least);
  }

  private List<WordPair> keep(
      JavaPairRDD<Long, Long> counts, Broadcast<CountedWords> counted, Language language) {
    double least = settings.minLlr();
    JavaRDD<Candidate> significant =
        counts
            .map(count -> candidate(counted.value().pair(count._1(), count._2())))
            .filter(
                candidate ->
                    candidate.ratio() >= least
                        && candidate.pair().association().isAttraction()
                        && !language.sameLemma(candidate.pair().word(), candidate.pair().other()));
    return first(significant, settings.maxPairs()).stream()
        .map(Candidate::pair)
        .sorted(Comparator.comparing(WordPair::word).thenComparing(WordPair::other))
        .toList();
  }

  private static Candidate candidate(WordPair pair) {
    return new Candidate(pair.association().logLikelihoodRatio(), pair);
  }

  /** Returns the first elements in their order. Only these are sent to the driver. */
  private static <T extends Comparable<T>> List<T> first(JavaRDD<T> all, int most) {
    return all.sortBy(one -> one, true, all.getNumPartitions())
        .zipWithIndex()
        .filter(one -> one._2() < most)
        .keys()
        .collect();
  }
}
