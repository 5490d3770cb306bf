package io.sextant.job.input.file;

import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.internal.SQLConf;

/** The formats of Spark's data sources on the class path, such as orc, avro, delta and iceberg. */
final class SparkFormats {
  /** Formats of Spark's that have another name here, and stricter readers. */
  private static final Set<String> READ_HERE = Set.of("json", "text", "binaryFile");

  private SparkFormats() {}

  /** Returns whether Spark has a data source of that name. It needs no Spark session. */
  static boolean has(String name) {
    if (name.isBlank() || READ_HERE.contains(name)) {
      return false;
    }
    try {
      return DataSource.lookupDataSource(name, SQLConf.get()) != null;
    } catch (Exception e) {
      if (e instanceof AnalysisException || e instanceof ClassNotFoundException) {
        return false;
      }
      throw e;
    }
  }
}
