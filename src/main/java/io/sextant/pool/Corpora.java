package io.sextant.pool;

import io.sextant.fault.BadInputException;
import io.sextant.math.RandomEffects;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Refuses runs that cannot be pooled. */
final class Corpora {
  private static final String GRADES = "grades.";

  private Corpora() {}

  /**
   * Checks that runs have ended, are of one model and of different corpora, and have the same cuts
   * of grades.
   *
   * @throws BadInputException if they are not; the message names the runs
   */
  static void require(List<RunDirectory> runs) {
    if (runs.size() < RandomEffects.FEWEST) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%d runs cannot be pooled: how corpora differ can be told from %d or more",
              runs.size(),
              RandomEffects.FEWEST));
    }
    RunDirectory first = runs.get(0);
    RunManifest one = first.finished();
    Map<String, RunDirectory> inputs = new HashMap<>();
    for (RunDirectory run : runs) {
      RunManifest other = run.finished();
      requireOneModel(first, one.model(), run, other.model());
      requireOneJudge(first, grades(one), run, grades(other));
      RunDirectory same = inputs.putIfAbsent(other.input().fingerprint(), run);
      if (same != null) {
        throw new BadInputException(
            same.root()
                + " and "
                + run.root()
                + " are runs over the same rows: pool runs over different corpora");
      }
    }
  }

  private static void requireOneModel(
      RunDirectory first, RunManifest.Model one, RunDirectory run, RunManifest.Model other) {
    if (!one.fingerprint().equals(other.fingerprint())) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s is a run of %s (%.12s) and %s of %s (%.12s): only runs of one model can be"
                  + " pooled; compare shows how two models differ",
              first.root(),
              one.name(),
              one.fingerprint(),
              run.root(),
              other.name(),
              other.fingerprint()));
    }
  }

  private static void requireOneJudge(
      RunDirectory first, Map<String, Object> one, RunDirectory run, Map<String, Object> other) {
    for (Map.Entry<String, Object> setting : one.entrySet()) {
      String value = String.valueOf(other.get(setting.getKey()));
      if (!value.equals(String.valueOf(setting.getValue()))) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s is %s in %s and %s in %s: profile again with one value to pool the labels",
                setting.getKey(),
                setting.getValue(),
                first.root(),
                value,
                run.root()));
      }
    }
  }

  private static Map<String, Object> grades(RunManifest run) {
    Map<String, Object> grades = new TreeMap<>(run.configuration());
    grades.keySet().removeIf(key -> !key.startsWith(GRADES));
    return grades;
  }
}
