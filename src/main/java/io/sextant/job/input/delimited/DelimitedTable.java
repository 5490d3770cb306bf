package io.sextant.job.input.delimited;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.ContentHint;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.Lines;
import io.sextant.job.input.file.TableRow;
import io.sextant.job.input.file.TextFiles;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Delimited files that share a header. Without quoting every line is a row, and several tasks read
 * a large file. With quoting one task reads a whole file, because whether a line break is quoted
 * depends on everything before it.
 *
 * @param header the column names, trimmed; a name may be empty or occur twice
 * @param hasHeader whether the files contain the header
 * @param moreFields by how many fields a row may exceed the header
 */
public record DelimitedTable(
    SparkSession spark,
    TextFiles files,
    Dialect dialect,
    List<String> header,
    boolean hasHeader,
    Set<Integer> moreFields)
    implements InputTable {

  @Override
  public String file() {
    return files.addresses().get(0);
  }

  @Override
  public List<String> names() {
    return header;
  }

  @Override
  public String hint() {
    Character other =
        ContentHint.separator(String.join(String.valueOf(dialect.separator()), header));
    if (other != null && other != dialect.separator()) {
      return String.format(
          Locale.ROOT,
          "; its header is separated by '%s': --separator '%1$s'",
          other == '\t' ? "\\t" : other);
    }
    boolean isQuoted = header.stream().allMatch(name -> name.matches("\".*\""));
    return isQuoted && !dialect.isQuoted() ? "; its header is quoted: --quote '\"'" : "";
  }

  @Override
  public JavaRDD<TableRow> rows(List<String> columns) {
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      String name = columns.get(i);
      places[i] = name == null ? -1 : header.indexOf(name);
      if (name != null && Collections.frequency(header, name) > 1) {
        throw new BadInputException(file() + " has two columns '" + name + "': rename one of them");
      }
    }
    DelimitedRows rows =
        new DelimitedRows(
            dialect,
            places,
            header.size(),
            hasHeader,
            moreFields,
            files.charset().name(),
            files.lineBreak());
    if (!dialect.isQuoted()) {
      return Lines.of(spark, files).mapPartitions(rows::ofLines);
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    InputFormat format = files.format();
    return context
        .parallelize(files.addresses(), files.tasks(context))
        .flatMap(file -> rows.ofFile(file, format, hadoop));
  }
}
