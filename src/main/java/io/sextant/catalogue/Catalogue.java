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
 * The content of {@code catalogue/sextant.json} and of every {@value #MORE} on the class path, a
 * file of the same form that describes patterns from other jars. Lists are in display order.
 * Patterns from other jars come after Sextant's, ordered by key.
 */
public record Catalogue(
    List<Score> scores,
    List<Null> nulls,
    List<Judging> families,
    List<Entry> patterns,
    List<Title> parts,
    List<Stratum> strata,
    List<Title> units) {

  /** The resource in which other jars describe their patterns and the titles of parts. */
  public static final String MORE = "META-INF/sextant/patterns.json";

  private static Catalogue all;

  /** Creates a catalogue. A list that the file lacks is empty. */
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
   * Returns the catalogue of this program.
   *
   * @throws BadInputException if a catalogue on the class path cannot be read
   */
  public static synchronized Catalogue all() {
    if (all == null) {
      all = load();
    }
    return all;
  }

  /**
   * Returns the entry of a pattern; empty if there is none, since a run may have been made with
   * other patterns than this program has.
   */
  public Optional<Entry> find(String key) {
    return patterns.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /**
   * Returns the entry of a pattern.
   *
   * @throws BadInputException if there is none
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

  /** Returns how a pattern is judged: as its family is, or with nulls of its own. */
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
                            "pattern '%s' has the family '%s', which the catalogue does not have",
                            pattern,
                            entry.family())));
    return entry.nulls() == null
        ? family
        : new Judging(family.key(), family.judgedBy(), entry.nulls());
  }

  /** Returns the score of a column. */
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

  /** Reads a file; unknown properties are refused. */
  static Catalogue read(URL resource) throws IOException {
    try {
      return new ObjectMapper().readValue(resource, Catalogue.class);
    } catch (JacksonException e) {
      throw new BadInputException(resource + " is not a catalogue: " + e.getOriginalMessage(), e);
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
