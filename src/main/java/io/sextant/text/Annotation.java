package io.sextant.text;

import io.sextant.syntax.Mentions;
import java.io.Serializable;

/**
 * What a row of the input brings besides its text; each part may be null.
 *
 * @param sentenceA the first sentence in CoNLL-U
 * @param sentenceB the second sentence in CoNLL-U
 * @param mentions of entities in the first sentence, as {@link Mentions} reads them
 */
public record Annotation(String sentenceA, String sentenceB, String mentions)
    implements Serializable {

  /** None at all. */
  public static final Annotation NONE = new Annotation(null, null, null);
}
