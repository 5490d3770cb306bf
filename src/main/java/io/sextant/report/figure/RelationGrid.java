package io.sextant.report.figure;

import io.sextant.fault.BadInputException;
import io.sextant.report.draw.Notation;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadRelation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The accuracies of all heads for one syntactic relation in one direction, layers by heads. */
public final class RelationGrid implements SmallMultiples.Panel {
  /** Fewer dependencies than this say too little of a relation. */
  private static final long FEWEST = 100;

  /** Relations of every word, or of none in particular. */
  private static final Set<String> UNNAMED = Set.of("all", "punct");

  private final HeadRelation[][] rows;
  private final HeadRelation best;

  private RelationGrid(RunManifest.Model model, List<HeadRelation> rows) {
    this.rows = new HeadRelation[model.layers()][model.heads()];
    for (HeadRelation row : rows) {
      if (row.layer() >= model.layers() || row.head() >= model.heads()) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "head_relations has a row for layer %d head %d, which the model in run.json does not have",
                row.layer(),
                row.head()));
      }
      this.rows[row.layer()][row.head()] = row;
    }
    this.best = rows.stream().max(Comparator.comparingDouble(RelationGrid::lead)).orElseThrow();
  }

  /**
   * The relations of a run that are frequent enough, punctuation aside, each in the direction in
   * which some head leads most over the best fixed offset; by that lead, the greatest first.
   */
  public static List<RelationGrid> of(RunManifest.Model model, List<HeadRelation> rows) {
    Map<String, Map<String, List<HeadRelation>>> relations = new LinkedHashMap<>();
    for (HeadRelation row : rows) {
      if (row.n() >= FEWEST
          && !UNNAMED.contains(row.relation())
          && !row.direction().equals("dependent_from_head")) {
        relations
            .computeIfAbsent(row.relation(), none -> new LinkedHashMap<>())
            .computeIfAbsent(row.direction(), none -> new ArrayList<>())
            .add(row);
      }
    }
    Comparator<RelationGrid> byLead = Comparator.comparingDouble(grid -> lead(grid.best));
    return relations.values().stream()
        .map(
            directions ->
                directions.values().stream()
                    .map(some -> new RelationGrid(model, some))
                    .max(byLead)
                    .orElseThrow())
        .sorted(byLead.reversed())
        .toList();
  }

  /** How far the lower bound is over the best fixed offset. */
  private static double lead(HeadRelation row) {
    return Double.isNaN(row.accuracy().low())
        ? Double.NEGATIVE_INFINITY
        : row.accuracy().low() - row.baselineAccuracy();
  }

  /** The row of the head that leads. */
  public HeadRelation best() {
    return best;
  }

  @Override
  public int layers() {
    return rows.length;
  }

  @Override
  public int heads() {
    return rows[0].length;
  }

  /** The accuracy of a head, 0 to 1; NaN if it is missing. */
  @Override
  public double score(int layer, int head) {
    return rows[layer][head] == null ? Double.NaN : rows[layer][head].accuracy().value();
  }

  /** The relation and which word is asked about: {@code det: dependent to head}. */
  @Override
  public String title() {
    return best.relation() + ": " + best.direction().replace('_', ' ');
  }

  @Override
  public List<String> captions() {
    return List.of(
        String.format(
            Locale.ROOT,
            "layer %d head %d leads: %s",
            best.layer(),
            best.head(),
            Notation.share(best.accuracy().value())),
        String.format(
            Locale.ROOT,
            "best fixed offset %+d: %s",
            best.baselineOffset(),
            Notation.share(chance())));
  }

  /** The accuracy of the best fixed offset. */
  @Override
  public double chance() {
    return best.baselineAccuracy();
  }
}
