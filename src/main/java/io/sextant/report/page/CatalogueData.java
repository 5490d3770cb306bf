package io.sextant.report.page;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Null;
import io.sextant.catalogue.Score;
import io.sextant.catalogue.Title;
import io.sextant.report.figure.PatternGroup;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.figure.ScoreGrid;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Converts the catalogue to the data that the page's scripts read, with the run's titles. */
public final class CatalogueData {
  /**
   * The data of a pattern.
   *
   * @param score the column by which the pattern is judged
   * @param main the part that is shown first
   */
  public record Pattern(
      String key,
      String title,
      String meaning,
      String score,
      String color,
      String letter,
      String main,
      List<Title> parts) {}

  /** The data of everything but the patterns. */
  public record Rest(List<Score> scores, List<Null> nulls, List<Title> strata, List<Title> units) {}

  private final PatternWords words;

  public CatalogueData(PatternWords words) {
    this.words = words;
  }

  /** Returns the data of a pattern with its parts, of which the one shown first comes first. */
  public Pattern pattern(PatternGroup group) {
    List<String> parts =
        Stream.concat(Stream.of(group.main()), group.parts().stream())
            .map(ScoreGrid::part)
            .toList();
    return pattern(group.pattern(), group.main().judgedBy().column(), group.main().part(), parts);
  }

  /**
   * Returns the data of a pattern.
   *
   * @param score the column by which the pattern is judged
   * @param main the part that is shown first
   */
  public Pattern pattern(String key, String score, String main, List<String> parts) {
    return new Pattern(
        key,
        words.title(key),
        words.meaning(key),
        score,
        words.color(key),
        words.letter(key),
        main,
        parts.stream().map(part -> new Title(part, words.part(part))).toList());
  }

  /** Returns the data of everything but the patterns. */
  public Rest all() {
    Catalogue ours = Catalogue.all();
    Map<String, String> nulls =
        words.titles("null", ours.nulls().stream().map(n -> new Title(n.key(), n.title())));
    Map<String, String> strata =
        words.titles("stratum", ours.strata().stream().map(s -> new Title(s.key(), s.title())));
    return new Rest(
        ours.scores(),
        ours.nulls().stream().map(n -> new Null(n.key(), n.column(), nulls.get(n.key()))).toList(),
        list(strata),
        list(words.titles("unit", ours.units().stream())));
  }

  private static List<Title> list(Map<String, String> titles) {
    return titles.entrySet().stream().map(t -> new Title(t.getKey(), t.getValue())).toList();
  }
}
