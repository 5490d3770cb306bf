package io.sextant.profile.label;

import io.sextant.profile.state.Layout;
import io.sextant.profile.statistic.StratumStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels positional heads by the cut of Voita et al. 2019 (section 4.2): the next or the previous
 * token has the greatest weight for at least 90 % of the tokens. Here only the weights of content
 * keys are compared.
 */
public final class VoitaLabels {
  private static final double CUT = 0.9;

  private VoitaLabels() {}

  /** Returns the labels of one head, separated by commas; null if it has none. */
  public static String of(StratumStats sums, int head) {
    Layout layout = sums.layout();
    List<String> labels = new ArrayList<>();
    for (String pattern : List.of("next", "previous")) {
      int part = layout.indexOf(pattern, "all");
      if (part >= 0 && sums.top1.reaches(part, head, CUT)) {
        labels.add(pattern);
      }
    }
    return labels.isEmpty() ? null : String.join(",", labels);
  }
}
