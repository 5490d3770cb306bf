package io.sextant.job;

import io.sextant.job.cluster.StandaloneMaster;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.sql.SparkSession;

/** Opens Spark: with the master that spark-submit names, or on all cores of this machine. */
public final class Sessions {
  private Sessions() {}

  public static SparkSession open(String name) {
    LocalHost.settle();
    SparkSession.Builder builder = SparkSession.builder().appName(name);
    String master = System.getProperty("spark.master");
    if (master == null) {
      builder.master("local[*]");
    } else {
      StandaloneMaster.requireAnswer(master);
    }
    if (LocalHost.isAlone()) {
      // A task's OutOfMemoryError would otherwise end the process before it can say what happened.
      builder.config("spark.executor.killOnFatalError.depth", "0");
    }
    return builder
        // Tasks run one thread each; a library that starts more would fight with the other tasks.
        .config("spark.executorEnv.OMP_NUM_THREADS", "1")
        // The states and rows that travel are written by Java's own serialization.
        .config("spark.serializer", JavaSerializer.class.getName())
        .getOrCreate();
  }
}
