package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.Preset.Columns;
import java.util.Collection;
import java.util.List;

/**
 * Which columns of a table hold what: as the user names them, as a preset knows them, {@code
 * sentence_a} and {@code sentence_b}, or the names that published corpora use.
 *
 * @param a the first sentence
 * @param b the second sentence; null for single sentences
 * @param id identifies a pair; null for none
 * @param group what pairs of one sampling unit share; null for none
 */
public record SentenceColumns(String a, String b, String id, String group) {
  private static final Columns OWN = new Columns("sentence_a", "sentence_b");

  /**
   * Chooses among the columns that are there.
   *
   * @param preset null for none
   * @throws BadInputException if a column that is named, or the first sentence, is not there
   */
  public static SentenceColumns choose(
      InputSettings settings, Preset preset, Collection<String> columns) {
    Columns sentences = sentences(settings, preset, columns);
    require(columns, sentences.a(), "--sentence-a");
    String id =
        settings.id() == null
            ? ifThere(preset == null ? null : preset.id(), columns)
            : settings.id();
    String group =
        settings.group() == null
            ? ifThere(preset == null ? null : preset.group(), columns)
            : settings.group();
    require(columns, id, "--id");
    require(columns, group, "--group");
    return new SentenceColumns(sentences.a(), sentences.b(), id, group);
  }

  private static Columns sentences(
      InputSettings settings, Preset preset, Collection<String> columns) {
    if (settings.sentenceA() != null || settings.sentenceB() != null) {
      String a = settings.sentenceA() == null ? OWN.a() : settings.sentenceA();
      require(columns, a, "--sentence-a");
      require(columns, settings.sentenceB(), "--sentence-b");
      return new Columns(
          a, settings.sentenceB() == null ? ifThere(OWN.b(), columns) : settings.sentenceB());
    }
    if (preset == null && columns.contains(OWN.a())) {
      return new Columns(OWN.a(), ifThere(OWN.b(), columns));
    }
    List<Columns> known = preset == null ? Columns.USUAL : preset.columns();
    return known.stream()
        .filter(some -> some.in(columns))
        .findFirst()
        .orElse(preset == null ? OWN : known.get(0));
  }

  private static String ifThere(String name, Collection<String> columns) {
    return name != null && columns.contains(name) ? name : null;
  }

  public static void require(Collection<String> columns, String name, String flag) {
    if (name != null && !columns.contains(name)) {
      throw new BadInputException(
          "the input has no column '" + name + "' (" + flag + "); it has " + List.copyOf(columns));
    }
  }
}
