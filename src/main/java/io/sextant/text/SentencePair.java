package io.sextant.text;

import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

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

  /**
   * Whether the pair is in the half of the corpus in which co-occurring words are counted, and not
   * in the half in which they are looked for. Pairs of one group, or without groups of one sentence
   * A, lie in one half.
   */
  public boolean isCounted() {
    String key = "cooccurrence " + (group != null ? "g" + group : "a" + sentenceA);
    return DigestUtils.sha256(key)[0] < 0;
  }
}
