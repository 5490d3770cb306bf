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
 * Which columns of a table hold what: as the user names them, as a preset knows them, {@code
 * sentence_a} and {@code sentence_b}, or the names that published corpora use.
 *
 * @param a the first sentence
 * @param b the second sentence; null for single sentences
 * @param id identifies a pair; null for none
 * @param group what pairs of one cluster share; null for none
 */
public record SentenceColumns(String a, String b, String id, String group) {
  private static final Columns OWN = new Columns("sentence_a", "sentence_b");

  /**
   * Chooses among the columns that are there.
   *
   * @param preset null for none
   * @throws BadInputException if a column that is named, or the first sentence, is not there
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

  /** The names that are looked for where the user names none. */
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
   * Holds a table to having a column.
   *
   * @param name null for none, which every table has
   * @throws BadInputException naming the file, the column, the option and the columns there are
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
