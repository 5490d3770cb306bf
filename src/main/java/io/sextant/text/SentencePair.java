package io.sextant.text;

import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A pair of the corpus, with all that its row of the input contains.
 *
 * @param id the id of the pair in the corpus
 * @param group the cluster of the pair, such as a document; null if the pair is a cluster of its
 *     own
 * @param sentenceA the first sentence, not blank
 * @param sentenceB the second sentence; null for single-sentence input
 * @param annotation the annotation of the sentences
 * @param file the input file of the row; null if the pair does not come from a file
 */
public record SentencePair(
    String id, String group, String sentenceA, String sentenceB, Annotation annotation, String file)
    implements Serializable {

  /** Creates a pair without annotation and file. */
  public SentencePair(String id, String group, String sentenceA, String sentenceB) {
    this(id, group, sentenceA, sentenceB, Annotation.NONE, null);
  }

  /** The same pair with another id. */
  public SentencePair withId(String other) {
    return new SentencePair(other, group, sentenceA, sentenceB, annotation, file);
  }

  /** This pair's first sentence beside another's second, each with its annotation. */
  public SentencePair withSecondOf(SentencePair other) {
    Annotation both =
        new Annotation(annotation.sentenceA(), other.annotation.sentenceB(), annotation.mentions());
    return new SentencePair(id, group, sentenceA, other.sentenceB, both, file);
  }

  /** Returns the number of UTF-16 code units of both sentences. */
  public int characters() {
    return sentenceA.length() + (sentenceB == null ? 0 : sentenceB.length());
  }

  /**
   * Returns the key of the pair's cluster when words are counted: its group, or sentence A if it
   * has none. Pairs with equal keys are not independent of each other.
   */
  public String cooccurrenceCluster() {
    return group != null ? "g" + group : "a" + sentenceA;
  }

  /**
   * Returns whether the pair is in the half of the corpus in which co-occurring words are counted;
   * heads are measured on the other half. Pairs with the same {@link #cooccurrenceCluster} are in
   * the same half.
   */
  public boolean isCounted() {
    String key = "cooccurrence " + cooccurrenceCluster();
    return DigestUtils.sha256(key)[0] < 0;
  }
}
