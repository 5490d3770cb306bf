package io.sextant.text;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One pair of the corpus, with all that its row says of it.
 *
 * @param id identifies the pair in the corpus
 * @param group the cluster that the pair belongs to (a document, say); null when the pair is a
 *     cluster of its own
 * @param sentenceA the first sentence, not blank
 * @param sentenceB the second sentence; null for single-sentence input
 * @param annotation what the row brings besides the text
 * @param file the input file that the row lies in; null if it lies in none
 */
public record SentencePair(
    String id, String group, String sentenceA, String sentenceB, Annotation annotation, String file)
    implements Serializable {

  /** A pair of which no more is known than its text. */
  public SentencePair(String id, String group, String sentenceA, String sentenceB) {
    this(id, group, sentenceA, sentenceB, Annotation.NONE, null);
  }

  /** This pair's first sentence beside another's second, each with its annotation. */
  public SentencePair withSecondOf(SentencePair other) {
    Annotation both =
        new Annotation(annotation.sentenceA(), other.annotation.sentenceB(), annotation.mentions());
    return new SentencePair(id, group, sentenceA, other.sentenceB, both, file);
  }

  /**
   * What pairs that are not independent of each other share in the counting of words: the group, or
   * sentence A where there is none. Two pairs have equal keys if they share it.
   */
  public String cooccurrenceCluster() {
    return group != null ? "g" + group : "a" + sentenceA;
  }

  /**
   * Whether the pair is in the half of the corpus in which co-occurring words are counted, and not
   * in the half in which they are looked for. Pairs of one {@link #cooccurrenceCluster} lie in one
   * half.
   */
  public boolean isCounted() {
    String key = "cooccurrence " + cooccurrenceCluster();
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes)[0] < 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
