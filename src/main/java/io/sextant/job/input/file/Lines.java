package io.sextant.job.input.file;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the lines of files, strictly decoded and without their line breaks. Several tasks read a
 * large file, unless its encoding has other line breaks than ASCII, as UTF-16 does.
 */
public final class Lines {
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
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    String charset = files.charset().name();
    char lineBreak = files.lineBreak();
    List<List<FilePart>> tasks =
        FilePart.tasks(files.files(), context.defaultParallelism(), context.hadoopConfiguration());
    return context
        .parallelize(tasks, tasks.size())
        .flatMap(List::iterator)
        .flatMap(part -> new SplitLines(part, Charset.forName(charset), lineBreak, hadoop));
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
}
