package io.sextant.report.figure;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Score;
import io.sextant.fault.BadInputException;
import io.sextant.report.draw.Notation;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The rows of one part of a pattern, by layer and head. */
public final class ScoreGrid implements SmallMultiples.Panel {
  private final String pattern;
  private final String part;
  private final PatternWords words;
  private final String sampled;
  private final HeadPattern[][] rows;

  ScoreGrid(
      RunManifest run, String pattern, String part, PatternWords words, List<HeadPattern> rows) {
    this.pattern = pattern;
    this.part = part;
    this.words = words;
    this.sampled = run.sampled();
    RunManifest.Model model = run.model();
    this.rows = new HeadPattern[model.layers()][model.heads()];
    for (HeadPattern row : rows) {
      if (row.layer() >= model.layers() || row.head() >= model.heads()) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "head_patterns has a row for layer %d head %d, but the model in run.json has %d"
                    + " layers of %d heads (counted from 0): the files belong to different runs",
                row.layer(),
                row.head(),
                model.layers(),
                model.heads()));
      }
      this.rows[row.layer()][row.head()] = row;
    }
  }

  String pattern() {
    return pattern;
  }

  public String part() {
    return part;
  }

  /** Returns the title of the pattern. */
  @Override
  public String title() {
    return words.title(pattern);
  }

  /** Returns the title of the part. */
  String partTitle() {
    return words.part(part);
  }

  @Override
  public int layers() {
    return rows.length;
  }

  @Override
  public int heads() {
    return rows[0].length;
  }

  /** Returns the score by which the pattern is judged. */
  public Score judgedBy() {
    return all().stream()
        .map(row -> Catalogue.all().score(row.judgedBy()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<String> captions() {
    HeadPattern best = strongest().get(0);
    double score = score(best.layer(), best.head());
    return List.of(
        Double.isNaN(score) || isShort(best.layer(), best.head())
            ? tooFew()
            : String.format(
                Locale.ROOT,
                "layer %d head %d leads: %s, chance %s",
                best.layer(),
                best.head(),
                Notation.share(score),
                Notation.share(chance())));
  }

  /** Returns whether the scores are shares, which have a null share and a lift. */
  boolean isShare() {
    return judgedBy().hasChance();
  }

  /** Returns the score of a head; NaN if it was not measured. */
  @Override
  public double score(int layer, int head) {
    HeadPattern row = rows[layer][head];
    return row == null ? Double.NaN : row.score().value();
  }

  /** Returns the lift of a head; NaN if it was not measured. */
  public double lift(int layer, int head) {
    HeadPattern row = rows[layer][head];
    return row == null ? Double.NaN : row.lift().value();
  }

  @Override
  public boolean isShort(int layer, int head) {
    HeadPattern row = rows[layer][head];
    return row != null && "insufficient".equals(row.grade());
  }

  /** Returns whether the head exhibits the pattern: its grade is present, strong or dominant. */
  boolean exhibits(int layer, int head) {
    HeadPattern row = rows[layer][head];
    return row != null && row.exhibits();
  }

  /** Returns whether heads are labelled by this part. */
  boolean isLabel() {
    return all().stream().anyMatch(row -> row.grade() != null);
  }

  /** Returns the mean of the heads' null shares; NaN if no head has one. */
  @Override
  public double chance() {
    return all().stream()
        .mapToDouble(HeadPattern::nullShare)
        .filter(share -> !Double.isNaN(share))
        .average()
        .orElse(Double.NaN);
  }

  /** Returns on how many inputs the best measured head was scored, such as "12,480 pairs". */
  String inputs() {
    long most = all().stream().mapToLong(HeadPattern::nClusters).max().orElse(0);
    return Notation.count(most, sampled);
  }

  @Override
  public String tooFew() {
    return "too few " + sampled + "s";
  }

  /**
   * Returns the rows by decreasing score. Rows with too few pairs follow the others, and rows
   * without a score come last.
   */
  List<HeadPattern> strongest() {
    List<HeadPattern> strongest = all();
    strongest.sort(
        Comparator.comparing((HeadPattern row) -> Double.isNaN(row.score().value()))
            .thenComparing(row -> isShort(row.layer(), row.head()))
            .thenComparing(row -> -row.score().value()));
    return strongest;
  }

  private List<HeadPattern> all() {
    List<HeadPattern> all = new ArrayList<>();
    for (HeadPattern[] layer : rows) {
      for (HeadPattern row : layer) {
        if (row != null) {
          all.add(row);
        }
      }
    }
    return all;
  }
}
