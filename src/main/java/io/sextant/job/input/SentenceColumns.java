package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.Preset;
import io.sextant.job.input.file.Preset.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The names of the columns that hold the sentences, the id and the group. They are the names that
 * the user gives, or those of a preset, or {@code sentence_a} and {@code sentence_b}, or names that
 * published corpora use, in this order.
 *
 * @param a the column of the first sentence
 * @param b the column of the second sentence; null for single sentences
 * @param id the column that identifies a pair; null for none
 * @param group the column whose value all pairs of a cluster share; null for none
 */
public record SentenceColumns(String a, String b, String id, String group) {
  private static final Columns OWN = new Columns("sentence_a", "sentence_b");

  /**
   * Chooses among the columns of a table.
   *
   * @param preset the preset of a published corpus; null for none
   * @throws BadInputException if the table lacks a column that is named, or that of the first
   *     sentence
   */
  public static SentenceColumns choose(InputSettings settings, Preset preset, InputTable table) {
    List<String> columns = table.names();
    Columns sentences = sentences(settings, preset, table);
    require(table, sentences.a(), "--sentence-a");
    require(table, sentences.b(), "--sentence-b; for single sentences name --sentence-a alone");
    String id =
        settings.id() == null
            ? ifThere(preset == null ? null : preset.id(), columns)
            : settings.id();
    String group =
        settings.group() == null
            ? ifThere(preset == null ? null : preset.group(), columns)
            : settings.group();
    require(table, id, "--id");
    require(table, group, "--group");
    return new SentenceColumns(sentences.a(), sentences.b(), id, group);
  }

  private static Columns sentences(InputSettings settings, Preset preset, InputTable table) {
    List<String> columns = table.names();
    if (settings.sentenceA() != null || settings.sentenceB() != null) {
      String a = settings.sentenceA() == null ? OWN.a() : settings.sentenceA();
      require(table, a, "--sentence-a");
      require(table, settings.sentenceB(), "--sentence-b");
      return new Columns(
          a, settings.sentenceB() == null ? ifThere(OWN.b(), columns) : settings.sentenceB());
    }
    if (preset == null && columns.contains(OWN.a())) {
      return new Columns(OWN.a(), ifThere(OWN.b(), columns));
    }
    List<Columns> known = preset == null ? Columns.USUAL : preset.columns();
    return Stream.concat(
            known.stream().filter(some -> some.in(columns)),
            known.stream().filter(some -> columns.contains(some.a())))
        .findFirst()
        .orElse(preset == null ? new Columns(OWN.a(), null) : known.get(0));
  }

  /** Returns the names that are looked for if the user gives none. */
  static Stream<String> known(Preset preset) {
    Stream<String> sentences =
        Stream.concat(Stream.of(OWN), (preset == null ? Columns.USUAL : preset.columns()).stream())
            .flatMap(columns -> Stream.of(columns.a(), String.valueOf(columns.b())));
    Stream<String> others =
        preset == null ? Stream.empty() : Stream.of(preset.id(), preset.group());
    return Stream.concat(sentences, others.filter(Objects::nonNull));
  }

  private static String ifThere(String name, Collection<String> columns) {
    return name != null && columns.contains(name) ? name : null;
  }

  /**
   * Requires that a table has a column.
   *
   * @param name the column; null requires none
   * @param flag the option that names the column, for the message
   * @throws BadInputException if the column is missing; the message lists the columns that exist
   */
  public static void require(InputTable table, String name, String flag) {
    if (name != null && !table.names().contains(name)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has no column '%s' (%s); it has %s%s",
              table.file(),
              name,
              flag,
              table.names(),
              table.hint()));
    }
  }
}
