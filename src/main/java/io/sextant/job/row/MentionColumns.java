package io.sextant.job.row;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.config.InputSettings;
import io.sextant.job.input.SentenceColumns;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.TableRow;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Selects the columns of texts with mentions. JSON lines have {@code text} and {@code mentions},
 * and may have {@code id} and {@code group}. In GAP's files, the two names become the candidates of
 * the pronoun.
 */
final class MentionColumns {
  /** The column of JSON lines whose value is an array. */
  static final String MENTIONS = "mentions";

  private static final List<String> GAP =
      List.of(
          "ID",
          "Text",
          "Pronoun",
          "Pronoun-offset",
          "A",
          "A-offset",
          "A-coref",
          "B",
          "B-offset",
          "B-coref");

  private final InputSettings settings;
  private final InputFormat format;

  MentionColumns(InputSettings settings, InputFormat format) {
    this.settings = settings;
    this.format = format;
  }

  JavaRDD<ReadRow> select(InputTable table) {
    return format == InputFormat.GAP ? gap(table) : mentions(table);
  }

  private JavaRDD<ReadRow> mentions(InputTable table) {
    require(table, List.of("text", MENTIONS));
    String id = settings.id() != null ? settings.id() : ifThere(table, "id");
    String group = settings.group() != null ? settings.group() : ifThere(table, "group");
    SentenceColumns.require(table, id, "--id");
    SentenceColumns.require(table, group, "--group");
    return table
        .rows(Arrays.asList(id, group, "text", MENTIONS))
        .map(row -> row(row, row.value(0), row.value(1), row.value(2), row.value(3), null));
  }

  private JavaRDD<ReadRow> gap(InputTable table) {
    require(table, GAP);
    SentenceColumns.require(table, settings.group(), "--group");
    List<String> columns = new ArrayList<>(GAP);
    columns.add(settings.group());
    return table.rows(columns).map(MentionColumns::gap);
  }

  private static ReadRow gap(TableRow row) {
    String text = row.value(1);
    ArrayNode mentions = JsonNodeFactory.instance.arrayNode();
    boolean isInPlace = true;
    for (int column : new int[] {2, 4, 7}) {
      String name = row.value(column);
      Integer begin = offset(row.value(column + 1));
      isInPlace &= stands(text, name, begin);
      ObjectNode mention = mentions.addObject();
      if (begin != null && name != null) {
        mention.put("begin", begin).put("end", begin + name.codePointCount(0, name.length()));
      }
      boolean isAnaphor = column == 2;
      boolean refers = isAnaphor || "true".equalsIgnoreCase(row.value(column + 2));
      mention.put("entity", refers ? "pronoun" : column == 4 ? "A" : "B");
      mention.put("anaphor", isAnaphor);
    }
    String misplaced = isInPlace ? null : "the pronoun or a name is not at its offset";
    return row(row, row.value(0), row.value(10), text, mentions.toString(), misplaced);
  }

  /** Parses an offset of GAP, which counts code points, as Python does. */
  private static Integer offset(String given) {
    try {
      return given == null ? null : Integer.valueOf(given.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean stands(String text, String name, Integer begin) {
    if (text == null || name == null || begin == null || begin < 0) {
      return false;
    }
    return begin <= text.codePointCount(0, text.length())
        && text.startsWith(name, text.offsetByCodePoints(0, begin));
  }

  private static ReadRow row(
      TableRow row, String id, String group, String text, String mentions, String misplaced) {
    Annotation annotation = new Annotation(null, null, mentions);
    SentencePair sentence = new SentencePair(id, group, text, null, annotation, row.file());
    if (!row.isGood()) {
      return ReadRow.single(sentence, PairReader.malformed(row));
    }
    return ReadRow.single(
        sentence,
        misplaced == null
            ? null
            : new ReadRow.Fault(RejectReason.MISALIGNED_ANNOTATION, misplaced, null));
  }

  private static String ifThere(InputTable table, String name) {
    return table.names().contains(name) ? name : null;
  }

  private static void require(InputTable table, List<String> needed) {
    needed.forEach(name -> SentenceColumns.require(table, name, "--format"));
  }
}
