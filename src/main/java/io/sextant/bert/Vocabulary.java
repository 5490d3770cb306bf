package io.sextant.bert;

import java.util.List;

/**
 * The word pieces of a checkpoint; the index of a piece is its id.
 *
 * @param pieces every piece, in the order of the ids
 */
public record Vocabulary(List<String> pieces) {

  public Vocabulary {
    pieces = List.copyOf(pieces);
  }
}
