package io.sextant.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.sextant.config.InputSettings;
import io.sextant.job.input.InputFormat;
import io.sextant.job.input.SentenceColumns;
import io.sextant.job.input.TableReader;
import io.sextant.table.RejectReason;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The columns of texts with mentions: {@code text}, {@code mentions} and, where there, {@code id}
 * and {@code group} of JSON lines; or those of GAP, whose two names become the candidates of its
 * pronoun.
 */
final class MentionColumns {
  private final InputSettings settings;
  private final InputFormat format;

  MentionColumns(InputSettings settings, InputFormat format) {
    this.settings = settings;
    this.format = format;
  }

  Dataset<Row> select(Dataset<Row> table) {
    return format == InputFormat.GAP ? gap(table) : mentions(table);
  }

  private Dataset<Row> mentions(Dataset<Row> table) {
    Set<String> names = PairReader.names(table);
    require(names, "text", "mentions");
    String id = settings.id() != null ? settings.id() : names.contains("id") ? "id" : null;
    String group =
        settings.group() != null ? settings.group() : names.contains("group") ? "group" : null;
    SentenceColumns.require(names, id, "--id");
    SentenceColumns.require(names, group, "--group");
    return select(
        table,
        PairReader.optional(table, id),
        PairReader.optional(table, group),
        TableReader.text(table, "text"),
        TableReader.text(table, "mentions"),
        PairReader.absent(),
        PairReader.absent());
  }

  private Dataset<Row> gap(Dataset<Row> table) {
    require(
        PairReader.names(table),
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
    Column mentions =
        array(
            mention("Pronoun", lit("pronoun"), lit(true)),
            mention("A", entity("A"), lit(false)),
            mention("B", entity("B"), lit(false)));
    Column inPlace = inPlace("Pronoun").and(inPlace("A")).and(inPlace("B"));
    Column fits = col(TableReader.CORRUPT).isNotNull().or(inPlace);
    return select(
        table,
        col("ID"),
        PairReader.optional(table, settings.group()),
        col("Text"),
        to_json(mentions),
        when(fits, PairReader.absent()).otherwise(RejectReason.MISALIGNED_ANNOTATION.name()),
        when(fits, PairReader.absent())
            .otherwise("the pronoun or a name does not stand at its offset"));
  }

  private static Column entity(String name) {
    return when(lower(col("`" + name + "-coref`")).equalTo("true"), "pronoun").otherwise(name);
  }

  private static Column mention(String name, Column entity, Column anaphor) {
    Column begin = col("`" + name + "-offset`").cast("int");
    return struct(
        begin.as("begin"),
        begin.plus(length(col(name))).as("end"),
        entity.as("entity"),
        anaphor.as("anaphor"));
  }

  private static Column inPlace(String name) {
    Column begin = col("`" + name + "-offset`").cast("int");
    Column found = col("Text").substr(begin.plus(1), length(col(name)));
    return coalesce(found.equalTo(col(name)), lit(false));
  }

  private static Dataset<Row> select(
      Dataset<Row> table,
      Column id,
      Column group,
      Column text,
      Column mentions,
      Column reason,
      Column detail) {
    return table.select(
        TableReader.file().as("file"),
        id.as("id"),
        group.as("group"),
        text.as("a"),
        PairReader.absent().as("b"),
        lit(false).as("has_b"),
        PairReader.raw(table).as("raw"),
        PairReader.absent().as("annotation_a"),
        PairReader.absent().as("annotation_b"),
        mentions.as("mentions"),
        reason.as("reason"),
        detail.as("detail"));
  }

  private static void require(Set<String> names, String... needed) {
    for (String name : needed) {
      SentenceColumns.require(names, name, "--format");
    }
  }
}
