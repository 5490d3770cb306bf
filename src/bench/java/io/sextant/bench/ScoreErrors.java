package io.sextant.bench;

import io.sextant.pattern.Patterns;
import io.sextant.profile.HeadTables;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Computes the largest difference over all heads between scores of all pairs and expected scores.
 */
final class ScoreErrors {
  private static final String ALL_PAIRS = "all";

  private final List<HeadProfile> profiles;
  private final Map<String, List<HeadPattern>> parts;

  ScoreErrors(HeadTables expected) {
    profiles = profiles(expected);
    parts = labelParts(expected);
  }

  /**
   * The errors of one label part, named {@code pattern.part}.
   *
   * @param shareContent the error over the heads for which both values are defined; null if there
   *     are none. Delimiters are not content, so their {@code share_content} may be many times 1,
   *     and its error many times that of the share
   */
  record OfPart(String part, double share, Double shareContent) {

    void print(PrintStream out) {
      String content = shareContent == null ? "" : "%.1e".formatted(shareContent);
      out.printf("  %-32s %-9s %s%n", part, "%.1e".formatted(share), content);
    }
  }

  /** Returns the error of a head's mean entropy. */
  double entropy(HeadTables found) {
    return greatest(profiles, profiles(found), row -> row.entropy().value());
  }

  /** Returns the errors of the shares for each label part. */
  List<OfPart> shares(HeadTables found) {
    Map<String, List<HeadPattern>> foundParts = labelParts(found);
    List<OfPart> errors = new ArrayList<>();
    parts.forEach(
        (part, rows) -> {
          List<HeadPattern> others = foundParts.get(part);
          double content = greatest(rows, others, row -> row.shareContent().value());
          errors.add(
              new OfPart(
                  part,
                  greatest(rows, others, row -> row.share().value()),
                  Double.isNaN(content) ? null : content));
        });
    return errors;
  }

  private static List<HeadProfile> profiles(HeadTables tables) {
    return tables.profiles(HeadMap.NONE).stream()
        .filter(row -> row.stratum().equals(ALL_PAIRS))
        .toList();
  }

  private static Map<String, List<HeadPattern>> labelParts(HeadTables tables) {
    return tables.patterns().stream()
        .filter(row -> row.stratum().equals(ALL_PAIRS))
        .filter(row -> Patterns.named(row.pattern()).labelParts().contains(row.part()))
        .collect(
            Collectors.groupingBy(
                row -> row.pattern() + "." + row.part(), LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Returns the largest error over the heads that have both numbers, which are in the same order;
   * NaN if there are none.
   */
  private static <R> double greatest(List<R> expected, List<R> found, ToDoubleFunction<R> score) {
    double greatest = Double.NaN;
    for (int head = 0; head < expected.size(); head++) {
      double error =
          Math.abs(score.applyAsDouble(expected.get(head)) - score.applyAsDouble(found.get(head)));
      greatest = Double.isNaN(error) || error < greatest ? greatest : error;
    }
    return greatest;
  }
}
