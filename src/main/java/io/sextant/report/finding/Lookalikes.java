package io.sextant.report.finding;

import io.sextant.catalogue.Catalogue;
import io.sextant.report.draw.Notation;
import io.sextant.report.figure.PatternWords;
import io.sextant.table.row.HeadPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The heads that exhibit a pattern of position and seem to exhibit a pattern of content: they give
 * its targets at least {@value #SEEMS} times what uniform attention would, but no more than their
 * strictest null expects (the interval of the lift reaches 1 or less).
 */
final class Lookalikes {
  private static final double SEEMS = 2;
  private static final double CHANCE = 1;

  /**
   * A head that looks like a content head and is not.
   *
   * @param content the title of the pattern that it seems to exhibit
   * @param position the title of the pattern of position that it exhibits
   * @param row its row for the pattern that it seems to exhibit
   */
  record Lookalike(String content, String position, HeadPattern row) {

    /** Returns a sentence with the numbers. */
    String sentence() {
      return String.format(
          Locale.ROOT,
          "Layer %d head %d gives “%s” %s times what uniform attention would give, but only %s"
              + " times what %s would (95 %% interval %s to %s): it exhibits “%s”.",
          row.layer(),
          row.head(),
          content,
          Notation.lift(row.liftUniform()),
          Notation.lift(row.lift().value()),
          nullTitle(),
          Notation.lift(row.lift().low()),
          Notation.lift(row.lift().high()),
          position);
    }

    private String nullTitle() {
      return Catalogue.all().nulls().stream()
          .filter(some -> some.key().equals(row.nullName()))
          .map(some -> some.title())
          .findFirst()
          .orElse("the strictest null");
    }
  }

  private Lookalikes() {}

  /**
   * Returns the heads, those that seem strongest first, each with the content pattern that it seems
   * to exhibit most.
   *
   * @param rows the rows of the parts that represent their patterns
   */
  static List<Lookalike> of(List<HeadPattern> rows, PatternWords words) {
    List<HeadPattern> positional =
        rows.stream()
            .filter(HeadPattern::exhibits)
            .filter(row -> words.family(row.pattern()).equals("position"))
            .toList();
    return positional.stream()
        .sorted(Comparator.comparing(row -> -row.score().value()))
        .flatMap(
            position ->
                rows.stream()
                    .filter(row -> isSameHead(row, position) && seems(row, words))
                    .max(Comparator.comparing(HeadPattern::liftUniform))
                    .map(
                        row ->
                            new Lookalike(
                                words.title(row.pattern()), words.title(position.pattern()), row))
                    .stream())
        .toList();
  }

  private static boolean isSameHead(HeadPattern row, HeadPattern other) {
    return row.layer() == other.layer() && row.head() == other.head();
  }

  private static boolean seems(HeadPattern row, PatternWords words) {
    return words.family(row.pattern()).equals("content")
        && "none".equals(row.grade())
        && row.liftUniform() >= SEEMS
        && row.lift().low() <= CHANCE;
  }
}
