package io.sextant.text;

import io.sextant.syntax.Mentions;
import java.io.Serializable;

/**
 * The annotation of a row of the input. Every component may be null.
 *
 * @param sentenceA the annotation of the first sentence in CoNLL-U
 * @param sentenceB the annotation of the second sentence in CoNLL-U
 * @param mentions the mentions of entities in the first sentence, as {@link Mentions} reads them
 */
public record Annotation(String sentenceA, String sentenceB, String mentions)
    implements Serializable {

  /** No annotation. */
  public static final Annotation NONE = new Annotation(null, null, null);
}
