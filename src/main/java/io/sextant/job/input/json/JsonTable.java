package io.sextant.job.input.json;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.Lines;
import io.sextant.job.input.file.Lines.Line;
import io.sextant.job.input.file.TableRow;
import io.sextant.job.input.file.TextFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Files of JSON lines whose objects have the same fields. Every line is read once to find the
 * fields.
 *
 * @param nested the columns whose arrays and objects are read as JSON text
 */
public record JsonTable(SparkSession spark, TextFiles files, JsonFields fields, List<String> nested)
    implements InputTable {

  /**
   * Returns the tables of files that have the same encoding and line break.
   *
   * @param asked the names that a reader may ask for
   * @throws BadInputException if a file has lines, none of which is a JSON object
   */
  public static List<InputTable> of(
      SparkSession spark, TextFiles files, Collection<String> asked, List<String> nested) {
    List<String> names = List.copyOf(asked);
    Map<String, JsonFields> byFile = new HashMap<>();
    Lines.of(spark, files)
        .mapPartitions(
            lines -> {
              Map<String, JsonFields> part = new TreeMap<>();
              while (lines.hasNext()) {
                Line line = lines.next();
                part.computeIfAbsent(line.file(), none -> new JsonFields(names)).add(line);
              }
              return part.entrySet().stream()
                  .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                  .iterator();
            })
        .collect()
        .forEach(part -> byFile.merge(part._1(), part._2(), JsonFields::plus));
    Map<List<String>, List<InputFile>> byKind = new LinkedHashMap<>();
    for (InputFile file : files.files()) {
      JsonFields fields = byFile.getOrDefault(file.address(), new JsonFields(names));
      if (fields.hasNoObject()) {
        throw new BadInputException(
            file.address()
                + " is not JSON lines: the first line is no JSON object, nor is any other");
      }
      if (!fields.isEmpty()) {
        byKind.computeIfAbsent(fields.kind(), none -> new ArrayList<>()).add(file);
      }
    }
    List<InputTable> tables = new ArrayList<>();
    for (List<InputFile> same : byKind.values()) {
      JsonFields first = byFile.get(same.get(0).address());
      tables.add(new JsonTable(spark, files.with(same), first, nested));
    }
    return tables;
  }

  @Override
  public String file() {
    return files.addresses().get(0);
  }

  @Override
  public List<String> names() {
    return List.copyOf(fields.names());
  }

  @Override
  public JavaRDD<TableRow> rows(List<String> columns) {
    List<JsonPath> paths = new ArrayList<>();
    for (String column : columns) {
      String type = column == null ? null : fields.nestedType(column);
      if (type != null && !nested.contains(column)) {
        throw new BadInputException(
            String.format(
                Locale.ROOT, "column '%s' of %s is of type %s, not text", column, file(), type));
      }
      JsonPath path =
          column != null && fields.isPath(column)
              ? JsonPath.nested(column)
              : column == null ? null : JsonPath.literal(column);
      paths.add(path);
    }
    JsonRows rows = new JsonRows(paths, nested, files.charset().name());
    return Lines.of(spark, files).filter(line -> !line.text().trim().isEmpty()).map(rows::row);
  }
}
