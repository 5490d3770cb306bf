package io.sextant.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code catalogue/sextant.json} says, and every {@value #MORE} on the class path: a file of
 * the same form in which others describe patterns of their own. Lists are in the order in which
 * things are shown; patterns of others come after ours, by their keys.
 */
public record Catalogue(
    List<Score> scores,
    List<Null> nulls,
    List<Judging> families,
    List<Entry> patterns,
    List<Title> parts,
    List<Stratum> strata,
    List<Title> units) {

  /** The resource in which others describe their patterns, and parts that have titles. */
  public static final String MORE = "META-INF/sextant/patterns.json";

  private static Catalogue all;

  /** A catalogue; a list that the file does not have is empty. */
  public Catalogue {
    scores = copy(scores);
    nulls = copy(nulls);
    families = copy(families);
    patterns = copy(patterns);
    parts = copy(parts);
    strata = copy(strata);
    units = copy(units);
  }

  /**
   * The catalogue of this program.
   *
   * @throws BadInputException if one on the class path cannot be read
   */
  public static synchronized Catalogue all() {
    if (all == null) {
      all = load();
    }
    return all;
  }

  /** The entry of a pattern, if it has one: a run may be of other patterns than ours. */
  public Optional<Entry> find(String key) {
    return patterns.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /**
   * The entry of a pattern that is measured.
   *
   * @throws BadInputException if it has none
   */
  public Entry pattern(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "pattern '%s' is in no catalogue: describe it in %s on the class path",
                        key,
                        MORE)));
  }

  /** How a pattern is judged: as its family is, or against nulls of its own. */
  public Judging judging(String pattern) {
    Entry entry = pattern(pattern);
    Judging family =
        families.stream()
            .filter(some -> some.key().equals(entry.family()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        String.format(
                            Locale.ROOT,
                            "pattern '%s' is of family '%s', which the catalogue does not have",
                            pattern,
                            entry.family())));
    return entry.nulls() == null
        ? family
        : new Judging(family.key(), family.judgedBy(), entry.nulls());
  }

  /** The score of a column. */
  public Score score(String column) {
    return scores.stream().filter(score -> score.column().equals(column)).findFirst().orElseThrow();
  }

  private static Catalogue load() {
    ClassLoader classes = Catalogue.class.getClassLoader();
    try {
      Catalogue ours = read(classes.getResource("catalogue/sextant.json"));
      List<Entry> theirs = new ArrayList<>();
      List<Title> parts = new ArrayList<>(ours.parts);
      for (URL more : Collections.list(classes.getResources(MORE))) {
        Catalogue read = read(more);
        theirs.addAll(read.patterns);
        parts.addAll(read.parts);
      }
      theirs.sort(Comparator.comparing(Entry::key));
      List<Entry> patterns = new ArrayList<>(ours.patterns);
      patterns.addAll(theirs);
      requireDistinct(patterns);
      return new Catalogue(
          ours.scores, ours.nulls, ours.families, patterns, parts, ours.strata, ours.units);
    } catch (IOException e) {
      throw new UncheckedIOException("a catalogue of patterns cannot be read", e);
    }
  }

  /** Reads one file; a property that no catalogue has is refused. */
  static Catalogue read(URL resource) throws IOException {
    try {
      return new ObjectMapper().readValue(resource, Catalogue.class);
    } catch (JacksonException e) {
      throw new BadInputException(resource + " is no catalogue: " + e.getOriginalMessage(), e);
    }
  }

  private static void requireDistinct(List<Entry> patterns) {
    Set<String> keys = new HashSet<>();
    for (Entry entry : patterns) {
      if (!keys.add(entry.key())) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "pattern '%s' is described twice: once by Sextant or another %s",
                entry.key(),
                MORE));
      }
    }
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
