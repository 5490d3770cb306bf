package io.sextant.report.finding;

import io.sextant.report.draw.Notation;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.finding.Lookalikes.Lookalike;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadPattern;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run found over all pairs: for each pattern the heads that exhibit it, the heads that seem
 * to attend to content and do not, and how far this can be trusted. The report opens with it, and
 * {@code profile} ends with it in three lines.
 */
public final class Findings {
  static final String INSUFFICIENT = "insufficient";
  private static final int NAMED = 3;

  private final RunManifest run;
  private final List<PatternFinding> patterns;
  private final List<Lookalike> lookalikes;
  private final Trust trust;

  private Findings(RunManifest run, List<HeadPattern> rows, PatternWords words) {
    this.run = run;
    this.patterns =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    HeadPattern::pattern, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(some -> PatternFinding.of(words.title(some.get(0).pattern()), some))
            .sorted(Comparator.comparing(PatternFinding::pattern, words.order()))
            .toList();
    this.lookalikes = Lookalikes.of(rows, words);
    this.trust = new Trust(run, rows);
  }

  /** Returns whether a row takes part: it stands for its pattern over all pairs, by tokens. */
  public static boolean uses(HeadPattern row) {
    return row.headline() && row.grade() != null && row.key().isOverall();
  }

  /**
   * Returns what the rows say.
   *
   * @param rows the rows of {@code head_patterns}, of which only those that {@link #uses} accepts
   *     matter; may be empty
   * @param catalogue the rows of {@code catalogue}
   */
  public static Findings of(RunManifest run, List<HeadPattern> rows, List<CatalogueRow> catalogue) {
    return new Findings(
        run, rows.stream().filter(Findings::uses).toList(), new PatternWords(catalogue));
  }

  /** Returns three lines: what was found, what is surprising, and how far it can be trusted. */
  public List<String> lines() {
    return List.of(found(), surprising(), String.join(", ", trust.data()) + "; " + about());
  }

  private String about() {
    return String.join("; ", trust.run());
  }

  private String found() {
    if (patterns.isEmpty()) {
      return "the run measured no pattern that heads are graded by";
    }
    if (isShort()) {
      return shortage().advice();
    }
    List<PatternFinding> found =
        patterns.stream()
            .filter(pattern -> !pattern.heads().isEmpty())
            .sorted(Comparator.comparing(pattern -> -pattern.heads().get(0).score().value()))
            .toList();
    if (found.isEmpty()) {
      return "no head exhibits a pattern";
    }
    String named =
        found.stream()
            .limit(NAMED)
            .map(
                pattern ->
                    pattern.title()
                        + ": "
                        + Notation.count(pattern.heads().size(), "head")
                        + " ("
                        + pattern.strongest()
                        + ")")
            .collect(Collectors.joining("; "));
    int more = found.size() - NAMED;
    return more > 0 ? named + "; and " + Notation.count(more, "more pattern") : named;
  }

  private String surprising() {
    if (!patterns.isEmpty() && isShort()) {
      return "too few " + run.sampled() + "s to say which heads only seem to look at content";
    }
    return lookalikes.isEmpty()
        ? "no head that looks at a position seems to look at content"
        : seeming() + ", such as " + name(lookalikes.get(0).row());
  }

  private String seeming() {
    long heads = lookalikes.stream().map(one -> name(one.row())).distinct().count();
    return Notation.count(heads, "head")
        + (heads == 1 ? " that looks" : " that look")
        + " at a position"
        + (heads == 1 ? " seems" : " seem")
        + " to look at content, but no more than chance explains";
  }

  private boolean isShort() {
    return patterns.stream().noneMatch(PatternFinding::graded);
  }

  private Shortage shortage() {
    return Shortage.of(run, clusters(), clusters());
  }

  private long clusters() {
    return patterns.stream().mapToLong(PatternFinding::pairs).max().orElse(0);
  }

  private static String name(HeadPattern row) {
    return row.layer() + "-" + row.head();
  }

  /** Returns the findings as the page's scripts read them; heads are numbered layer by layer. */
  public Map<String, Object> data() {
    HeadGrid grid = run.model().grid();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("shortage", !patterns.isEmpty() && isShort() ? shortage().advice() : "");
    data.put("patterns", patterns.stream().map(pattern -> pattern(pattern, grid)).toList());
    data.put("surprise", capital(lookalikes.isEmpty() ? surprising() : seeming()) + ".");
    data.put(
        "lookalikes",
        lookalikes.stream()
            .map(
                one ->
                    new FoundLookalike(
                        grid.number(one.row().layer(), one.row().head()),
                        one.row().pattern(),
                        one.sentence()))
            .toList());
    data.put("data", trust.data());
    data.put("run", trust.run());
    return data;
  }

  /**
   * What the page says of a pattern; {@code none} says why if no head exhibits it, and {@code
   * leading} are the heads with the highest scores if no head has a grade.
   */
  private record FoundPattern(
      String key, List<Integer> heads, String layers, String none, List<Integer> leading) {}

  /** What the page says of a head that looks at a position and seems to look at content. */
  private record FoundLookalike(int head, String pattern, String says) {}

  private FoundPattern pattern(PatternFinding pattern, HeadGrid grid) {
    String none =
        pattern.graded() ? "no head" : Shortage.of(run, pattern.pairs(), clusters()).reason();
    return new FoundPattern(
        pattern.pattern(),
        numbers(pattern.heads(), grid),
        pattern.byLayer(),
        pattern.heads().isEmpty() ? none : "",
        pattern.graded() ? List.of() : numbers(pattern.leading(), grid));
  }

  private static List<Integer> numbers(List<HeadPattern> rows, HeadGrid grid) {
    return rows.stream().map(row -> grid.number(row.layer(), row.head())).toList();
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
