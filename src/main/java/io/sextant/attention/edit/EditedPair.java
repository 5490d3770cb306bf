package io.sextant.attention.edit;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * A pair, and the edits with each of which the model runs it.
 *
 * @param input the model's input
 * @param positions the positions, in ascending order, that are masked; if none are, the positions
 *     whose states the task head reads, which it chooses itself
 * @param answers the id of the token that was masked at each position; empty if nothing is masked
 * @param edits the edits, each of which is made in a pass of its own
 */
public record EditedPair(EncodedPair input, int[] positions, int[] answers, List<HeadEdit> edits) {

  public EditedPair {
    edits = List.copyOf(edits);
    if (positions.length == 0 || answers.length > 0 && answers.length != positions.length) {
      throw new IllegalArgumentException(
          answers.length + " answers at " + positions.length + " positions");
    }
  }

  /**
   * Returns a pair of which the model predicts tokens that are masked here.
   *
   * @param pair the pair without masks
   * @param positions the positions that are masked, in ascending order; at least one
   * @param mask the id of the mask token
   */
  public static EditedPair masked(
      EncodedPair pair, int[] positions, int mask, List<HeadEdit> edits) {
    int[] answers = new int[positions.length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = pair.ids()[positions[i]];
    }
    return new EditedPair(pair.with(mask, positions), positions, answers, edits);
  }

  /** Returns a pair that the model's task head judges as a whole. */
  public static EditedPair whole(EncodedPair pair, List<HeadEdit> edits) {
    return new EditedPair(pair, new int[] {0}, new int[0], edits);
  }
}
