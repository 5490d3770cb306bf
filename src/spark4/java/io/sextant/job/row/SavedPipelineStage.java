package io.sextant.job.row;

import io.sextant.fault.BadInputException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Refuses saved pipelines of Spark NLP, which this build does not contain. */
final class SavedPipelineStage {
  private SavedPipelineStage() {}

  /**
   * Returns the rows as they are.
   *
   * @param directory the folder of the pipeline; must be null
   * @throws BadInputException if a pipeline is given
   */
  static JavaRDD<ReadRow> annotate(SparkSession spark, JavaRDD<ReadRow> rows, String directory) {
    if (directory != null) {
      throw new BadInputException(
          "--pipeline "
              + directory
              + ": Sextant for Spark 4 has no Spark NLP. Annotate the input beforehand, as CoNLL-U,"
              + " or use Sextant for Spark 3.5");
    }
    return rows;
  }
}
