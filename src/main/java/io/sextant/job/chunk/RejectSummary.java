package io.sextant.job.chunk;

import io.sextant.table.row.Reject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Finds the most frequent reason for which a run rejected rows, with an example. */
public final class RejectSummary {
  private static final int EXCERPT = 60;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Reject> examples = new LinkedHashMap<>();

  public void add(Reject reject) {
    counts.merge(reject.reason(), 1L, Long::sum);
    examples.putIfAbsent(reject.reason(), reject);
  }

  /**
   * Returns the most frequent reason and the first row that has it, as a clause. Of several equally
   * frequent reasons, the first that was added is taken.
   */
  public String line() {
    String commonest =
        counts.entrySet().stream()
            .max(Comparator.comparingLong(Map.Entry::getValue))
            .orElseThrow()
            .getKey();
    Reject example = examples.get(commonest);
    return String.format(
        Locale.ROOT,
        "%,d for %s, such as %s%s",
        counts.get(commonest),
        commonest,
        example.excerpt() == null ? "" : "'" + printable(example.excerpt()) + "': ",
        printable(example.detail()));
  }

  /** Returns text of the input as a terminal can show it on one line. */
  private static String printable(String text) {
    String plain = String.valueOf(text).replaceAll("\\p{C}", "?");
    return plain.length() <= EXCERPT ? plain : plain.substring(0, EXCERPT) + "...";
  }
}
