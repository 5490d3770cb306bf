package io.sextant.job.row;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sextant.fault.BadInputException;
import io.sextant.linguistics.SavedPipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Annotates the sentences with a saved pipeline of Spark NLP. The annotation is stored as CoNLL-U.
 */
final class SavedPipelineStage {
  private SavedPipelineStage() {}

  /**
   * Returns the rows annotated by the pipeline.
   *
   * @param directory the folder of the pipeline; null leaves the rows as they are
   */
  static JavaRDD<ReadRow> annotate(SparkSession spark, JavaRDD<ReadRow> rows, String directory) {
    if (directory == null) {
      return rows;
    }
    requireSaved(directory, spark.sparkContext().hadoopConfiguration());
    SavedPipeline pipeline = SavedPipeline.load(directory);
    Dataset<Row> first = annotate(spark, ReadRow.table(spark, rows), pipeline, "a", "annotation_a");
    return annotate(spark, first, pipeline, "b", "annotation_b").javaRDD().map(ReadRow::of);
  }

  private static void requireSaved(String directory, Configuration hadoop) {
    try {
      Path metadata = new Path(directory, "metadata");
      if (!metadata.getFileSystem(hadoop).exists(metadata)) {
        throw new BadInputException(
            "cannot load a pipeline from " + directory + ": it has no folder metadata");
      }
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(
          "cannot load a pipeline from " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Dataset<Row> annotate(
      SparkSession spark, Dataset<Row> rows, SavedPipeline pipeline, String text, String into) {
    Dataset<Row> run =
        pipeline.model().transform(rows.withColumn(pipeline.input(), coalesce(col(text), lit(""))));
    List<Column> columns = new ArrayList<>();
    Arrays.stream(InputColumns.SCHEMA.fieldNames())
        .map(name -> col("`" + name + "`"))
        .forEach(columns::add);
    for (String output :
        new String[] {
          pipeline.tokens(),
          pipeline.lemmas(),
          pipeline.tags(),
          pipeline.heads(),
          pipeline.relations()
        }) {
      columns.add(output == null ? lit(null) : col(output));
    }
    int source = InputColumns.SCHEMA.fieldIndex(text);
    int target = InputColumns.SCHEMA.fieldIndex(into);
    int width = InputColumns.SCHEMA.size();
    return spark.createDataFrame(
        run.select(columns.toArray(Column[]::new))
            .javaRDD()
            .map(row -> with(row, width, target, block(row, width, row.getString(source)))),
        InputColumns.SCHEMA);
  }

  private static Row with(Row row, int width, int target, String block) {
    Object[] values = new Object[width];
    for (int i = 0; i < width; i++) {
      values[i] = i == target ? block : row.get(i);
    }
    return RowFactory.create(values);
  }

  private static String block(Row row, int first, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return PipelineConllu.block(
        annotations(row, first),
        annotations(row, first + 1),
        annotations(row, first + 2),
        annotations(row, first + 3),
        annotations(row, first + 4));
  }

  private static List<Row> annotations(Row row, int column) {
    return row.isNullAt(column) ? List.of() : row.getList(column);
  }
}
