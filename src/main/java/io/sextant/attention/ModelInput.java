package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.nio.IntBuffer;

/**
 * What a model reads of a pair. Pairs with equal inputs have equal attention.
 *
 * @param ids the ids of the tokens
 * @param tokenTypes the token types
 */
public record ModelInput(IntBuffer ids, IntBuffer tokenTypes) {

  /** Returns the input of a pair, as a view of its arrays. */
  public static ModelInput of(EncodedPair pair) {
    return new ModelInput(IntBuffer.wrap(pair.ids()), IntBuffer.wrap(pair.tokenTypes()));
  }
}
