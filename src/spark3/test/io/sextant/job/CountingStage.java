package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A stage of a saved pipeline that counts the texts it is given in this process. */
public final class CountingStage extends Transformer implements MLWritable {
  static final AtomicLong TEXTS = new AtomicLong();

  private final String uid;

  /** Creates the stage, as Spark does when it loads a pipeline. */
  public CountingStage(String uid) {
    this.uid = uid;
  }

  /** Spark calls this to load the stage. */
  public static MLReader<CountingStage> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> rows) {
    UDF1<String, String> count =
        text -> {
          TEXTS.incrementAndGet();
          return text;
        };
    UserDefinedFunction counted = udf(count, DataTypes.StringType).asNondeterministic();
    return rows.toDF().withColumn("text", counted.apply(col("text")));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public Transformer copy(ParamMap extra) {
    return new CountingStage(uid);
  }

  @Override
  public MLWriter write() {
    return new DefaultParamsWriter(this);
  }
}
