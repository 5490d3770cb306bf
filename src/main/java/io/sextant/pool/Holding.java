package io.sextant.pool;

import io.sextant.table.RunManifest;
import io.sextant.table.row.CatalogueRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which label holds in a new corpus, by the cuts of the share that the runs were graded with. */
final class Holding {
  /** The grades in ascending order. */
  private static final List<String> GRADES =
      List.of("insufficient", "none", "present", "strong", "dominant");

  private static final int NONE = GRADES.indexOf("none");

  private final Map<String, Object> configuration;
  private final Map<String, String> families = new HashMap<>();

  /**
   * Creates an instance.
   *
   * @param run a run, whose cuts are those of all runs
   * @param catalogue the rows of the runs' tables {@code catalogue}, which name the family of each
   *     pattern
   */
  Holding(RunManifest run, List<CatalogueRow> catalogue) {
    this.configuration = run.configuration();
    for (CatalogueRow row : catalogue) {
      if (row.kind().equals("pattern")) {
        families.put(row.key(), row.family());
      }
    }
  }

  /** Returns the lowest of grades. */
  static String lowest(Collection<String> grades) {
    return GRADES.get(grades.stream().mapToInt(GRADES::indexOf).min().orElseThrow());
  }

  /**
   * Returns the highest grade that is not above another and whose cut a score clears.
   *
   * @param grade the lowest grade of all runs
   * @param score the lower bound of the prediction
   */
  String at(String pattern, String grade, double score) {
    int best = GRADES.indexOf(grade);
    while (best > NONE && !(score > cut(pattern, GRADES.get(best)))) {
      best--;
    }
    return GRADES.get(best);
  }

  private double cut(String pattern, String grade) {
    String key = "grades." + families.get(pattern) + "." + grade + ".share";
    if (!(configuration.get(key) instanceof Number cut)) {
      throw new IllegalStateException("the run's configuration has no " + key);
    }
    return cut.doubleValue();
  }
}
