package io.sextant.job.row;

import io.sextant.config.InputSettings;
import io.sextant.job.input.InputSource;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Reads CoNLL-U files, each in one task. Every sentence becomes a row. */
final class ConlluReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String idKey;
  private final String groupKey;
  private final String encoding;
  private final SerializableConfiguration hadoop;

  private ConlluReader(
      InputSettings settings, InputSource source, SerializableConfiguration hadoop) {
    this.idKey = settings.id() == null ? "sent_id" : settings.id();
    this.groupKey = settings.group();
    this.encoding = source.encoding() == null ? null : source.encoding().name();
    this.hadoop = hadoop;
  }

  /** Returns every sentence of the input. */
  static JavaRDD<ReadRow> read(SparkSession spark, InputSettings settings, InputSource source) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<String> files = source.addresses();
    ConlluReader reader =
        new ConlluReader(
            settings, source, new SerializableConfiguration(context.hadoopConfiguration()));
    return context.parallelize(files, files.size()).flatMap(reader::sentences);
  }

  private Iterator<ReadRow> sentences(String file) {
    return new ConlluRows(file, encoding, hadoop.value(), idKey, groupKey);
  }
}
