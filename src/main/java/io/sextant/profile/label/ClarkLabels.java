package io.sextant.profile.label;

import io.sextant.profile.pair.Description;
import io.sextant.profile.state.Layout;
import io.sextant.profile.statistic.StratumStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels by the cuts that Clark et al. 2019 (section 3) name for BERT's heads, so that results
 * compare with the literature: next and previous over .5, [CLS], [SEP] and punctuation over .6,
 * broad heads over 3.8 nats of entropy. No input of fewer than 45 tokens has so much; a head is
 * {@code broad_normalized} if its entropy is over the same part of its maximum ln n that 3.8 nats
 * are for their inputs of 128 tokens, .783.
 */
public final class ClarkLabels {
  private static final double POSITION = 0.5;
  private static final double MARK = 0.6;
  private static final double BROAD_NATS = 3.8;
  private static final int TOKENS = 128;

  private ClarkLabels() {}

  /** The labels of one head, comma-separated; null if it has none. */
  public static String of(StratumStats sums, int head) {
    List<String> labels = new ArrayList<>();
    if (share(sums, "next", "all", head) > POSITION) {
      labels.add("next");
    }
    if (share(sums, "previous", "all", head) > POSITION) {
      labels.add("previous");
    }
    if (share(sums, "delimiter", "cls", head) > MARK) {
      labels.add("cls");
    }
    if (share(sums, "delimiter", "sep", head) > MARK) {
      labels.add("sep");
    }
    if (share(sums, "punctuation", "all", head) > MARK) {
      labels.add("punctuation");
    }
    if (sums.means.of(Description.ENTROPY_ALL_ROWS, head).value() > BROAD_NATS) {
      labels.add("broad");
    }
    if (sums.means.of(Description.ENTROPY_RATIO_ALL_ROWS, head).value()
        > BROAD_NATS / Math.log(TOKENS)) {
      labels.add("broad_normalized");
    }
    return labels.isEmpty() ? null : String.join(",", labels);
  }

  /** NaN, which is over no cut, where the part is not measured. */
  private static double share(StratumStats sums, String pattern, String name, int head) {
    Layout layout = sums.layout();
    int part = layout.indexOf(pattern, name);
    return part < 0 ? Double.NaN : sums.clark.of(part, head);
  }
}
