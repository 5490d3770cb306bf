package io.sextant.report.page;

import io.sextant.report.draw.Printable;
import io.sextant.table.row.Exemplar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts exemplars to the data that the page's scripts read. Weights under {@link #NEGLIGIBLE}
 * are left out. If there are too many weights, the exemplars with the lowest ranks are left out
 * too.
 */
public final class ExemplarData {
  private static final float NEGLIGIBLE = .005f;
  private static final int TEN_THOUSANDTHS = 10_000;
  private static final int MOST_WEIGHTS = 500_000;
  private static final int LONGEST = 100;

  private final List<Exemplar> exemplars;

  public ExemplarData(List<Exemplar> exemplars) {
    this.exemplars = exemplars.stream().sorted(Comparator.comparingInt(Exemplar::rank)).toList();
  }

  public Map<String, Object> all() {
    List<Map<String, Object>> kept = new ArrayList<>();
    int weights = 0;
    int left = 0;
    for (Exemplar exemplar : exemplars) {
      List<Integer> gaps = new ArrayList<>();
      List<Integer> values = new ArrayList<>();
      keep(exemplar.attention(), gaps, values);
      if (weights + values.size() > MOST_WEIGHTS) {
        left++;
        continue;
      }
      weights += values.size();
      kept.add(entry(exemplar, gaps, values));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("exemplars", kept);
    all.put("exemplarsLeftOut", left);
    return all;
  }

  private static void keep(float[] attention, List<Integer> gaps, List<Integer> values) {
    int last = 0;
    for (int at = 0; at < attention.length; at++) {
      if (attention[at] >= NEGLIGIBLE) {
        gaps.add(at - last);
        values.add(Math.round(attention[at] * TEN_THOUSANDTHS));
        last = at;
      }
    }
  }

  private static Map<String, Object> entry(
      Exemplar exemplar, List<Integer> gaps, List<Integer> values) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("layer", exemplar.layer());
    entry.put("head", exemplar.head());
    entry.put("pattern", exemplar.pattern());
    entry.put("rank", exemplar.rank());
    entry.put("score", Json.number(exemplar.score()));
    entry.put("pair", Printable.cut(exemplar.pair().pairId(), LONGEST));
    entry.put("tokens", Printable.cut(exemplar.pair().tokens(), LONGEST));
    entry.put("segments", exemplar.pair().segments());
    entry.put("wordOf", exemplar.pair().wordOf());
    entry.put("words", Printable.cut(exemplar.pair().words(), LONGEST));
    entry.put("gaps", gaps);
    entry.put("weights", values);
    return entry;
  }
}
