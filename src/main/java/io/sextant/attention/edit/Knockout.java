package io.sextant.attention.edit;

/**
 * Removes keys from rows of one head's attention (Geva et al. 2023, section 4): their weights
 * become 0, and the rest of the row is divided by its sum. Where the rest is 0, it is spread evenly
 * over the keys that the query sees and that are not removed. Rows of which no key is removed keep
 * their bits.
 *
 * @param head the head
 * @param removed for each query of the pair, the keys that are removed, each once and in ascending
 *     order; at least one key that the query sees must be left. It must not be changed
 */
public record Knockout(Head head, int[][] removed) implements HeadEdit {

  @Override
  public int firstLayer() {
    return head.layer();
  }
}
