package io.sextant.job;

import io.sextant.job.cluster.StandaloneMaster;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.sql.SparkSession;

/**
 * Opens Spark's session with the master that spark-submit names, or on all cores of this machine.
 */
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
      // Without this, an OutOfMemoryError of a task ends the process before the error is reported.
      builder.config("spark.executor.killOnFatalError.depth", "0");
    }
    return builder
        // Every task has one thread; a library with more would compete with the other tasks.
        .config("spark.executorEnv.OMP_NUM_THREADS", "1")
        // The states and rows that tasks exchange implement java.io.Serializable.
        .config("spark.serializer", JavaSerializer.class.getName())
        .getOrCreate();
  }
}
