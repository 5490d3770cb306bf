package io.sextant.attention.edit;

import io.sextant.bert.BertConfig;
import java.util.Locale;

/**
 * Removes keys from rows of one head's attention (Geva et al. 2023, section 4): their weights
 * become 0, and the rest of the row is divided by its sum. Where the rest is 0, it is spread evenly
 * over the keys that the query sees and that are not removed. Rows keep their bits if no key is
 * removed that has any weight.
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

  @Override
  public void check(BertConfig config, int n) {
    head.check(config);
    if (removed.length != n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a knock-out of keys of %d queries for a pair of %d tokens",
              removed.length,
              n));
    }
  }
}
