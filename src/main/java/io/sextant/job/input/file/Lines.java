package io.sextant.job.input.file;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.text.TextFileFormat;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the lines of files, strictly decoded and without their line breaks. Several tasks read a
 * large file, unless its encoding has other line breaks than ASCII, as UTF-16 does.
 */
public final class Lines {
  private static final StructType VALUE = new StructType().add("value", DataTypes.StringType);

  private Lines() {}

  /**
   * A line.
   *
   * @param file the address of its file
   * @param isFirst whether it is the first line of its file
   */
  public record Line(String file, boolean isFirst, String text) implements Serializable {}

  /** Returns the lines of files that have the same encoding and the same line break. */
  public static JavaRDD<Line> of(SparkSession spark, TextFiles files) {
    return InputFile.hasPlainLines(files.charset()) ? split(spark, files) : whole(spark, files);
  }

  private static JavaRDD<Line> split(SparkSession spark, TextFiles files) {
    Charset charset = files.charset();
    String name = charset.name();
    return ExactFiles.read(
            spark,
            files.files(),
            new TextFileFormat(),
            VALUE,
            "lineSep",
            String.valueOf(files.lineBreak()))
        .select(col("value").cast("binary"), input_file_name(), expr("input_file_block_start()"))
        .javaRDD()
        .mapPartitions(rows -> new SplitLines(rows, Charset.forName(name)));
  }

  private static JavaRDD<Line> whole(SparkSession spark, TextFiles files) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    String charset = files.charset().name();
    InputFormat format = files.format();
    char lineBreak = files.lineBreak();
    return context
        .parallelize(files.addresses(), files.tasks(context))
        .flatMap(file -> new WholeLines(file, format, Charset.forName(charset), lineBreak, hadoop));
  }

  /** Decodes rows of a line's bytes, its file's name and the offset at which its split begins. */
  private static final class SplitLines implements Iterator<Line> {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Iterator<Row> rows;
    private final Charset charset;
    private String name = "";
    private String file;
    private long start = -1;

    SplitLines(Iterator<Row> rows, Charset charset) {
      this.rows = rows;
      this.charset = charset;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Line next() {
      Row row = rows.next();
      boolean isNew = row.getLong(2) != start || !row.getString(1).equals(name);
      if (isNew) {
        name = row.getString(1);
        file = ExactFiles.address(name);
        start = row.getLong(2);
      }
      byte[] bytes = row.getAs(0);
      int length = bytes.length;
      if (length > 0 && bytes[length - 1] == '\r') {
        length--;
      }
      String text = StrictText.decode(bytes, length, charset);
      boolean isFirst = isNew && start == 0;
      boolean isMarked = isFirst && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return new Line(file, isFirst, isMarked ? text.substring(1) : text);
    }
  }
}
