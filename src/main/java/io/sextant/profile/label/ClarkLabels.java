package io.sextant.profile.label;

import io.sextant.profile.pair.Description;
import io.sextant.profile.state.Layout;
import io.sextant.profile.statistic.StratumStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels by the cuts that Clark et al. 2019 (section 3) apply to BERT's heads, so that results can
 * be compared with the literature. The shares of {@code next} and {@code previous} must be over .5,
 * those of {@code cls}, {@code sep} and {@code punctuation} over .6. A head is {@code broad} if its
 * entropy is over 3.8 nats, which is impossible for inputs of fewer than 45 tokens because the
 * entropy is at most ln n. A head is {@code broad_normalized} if its entropy is over .783 of the
 * maximum ln n; this is the ratio of 3.8 nats to the maximum for inputs of 128 tokens, as Clark et
 * al. use.
 */
public final class ClarkLabels {
  private static final double POSITION = 0.5;
  private static final double MARK = 0.6;
  private static final double BROAD_NATS = 3.8;
  private static final int TOKENS = 128;

  private ClarkLabels() {}

  /** Returns the labels of one head, separated by commas; null if it has none. */
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

  /** Returns NaN, which exceeds no cut, if the part is not measured. */
  private static double share(StratumStats sums, String pattern, String name, int head) {
    Layout layout = sums.layout();
    int part = layout.indexOf(pattern, name);
    return part < 0 ? Double.NaN : sums.clark.of(part, head);
  }
}
