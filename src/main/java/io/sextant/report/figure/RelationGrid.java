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

/** The accuracies of all heads for one syntactic relation in one direction, by layer and head. */
public final class RelationGrid implements SmallMultiples.Panel {
  /** The least number of dependencies with which a relation is shown. */
  private static final long FEWEST = 100;

  /** Values of {@code relation} that are not shown, because they are not particular relations. */
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
   * Returns the relations of a run that are frequent enough, without punctuation. Each is shown in
   * the direction in which a head leads most over the best fixed offset. The relation with the
   * greatest lead comes first.
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

  /** Returns by how much the lower bound exceeds the best fixed offset. */
  private static double lead(HeadRelation row) {
    return Double.isNaN(row.accuracy().low())
        ? Double.NEGATIVE_INFINITY
        : row.accuracy().low() - row.baselineAccuracy();
  }

  /** Returns the row of the head that leads most. */
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

  /** Returns the accuracy of a head, 0 to 1; NaN if it is missing. */
  @Override
  public double score(int layer, int head) {
    return rows[layer][head] == null ? Double.NaN : rows[layer][head].accuracy().value();
  }

  /** Returns the relation and the direction, such as {@code det: dependent to head}. */
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

  /** Returns the accuracy of the best fixed offset. */
  @Override
  public double chance() {
    return best.baselineAccuracy();
  }
}
