package io.sextant.job;

import io.sextant.job.cluster.StandaloneMaster;
import org.apache.spark.sql.SparkSession;

/** Opens Spark: with the master that spark-submit names, or on all cores of this machine. */
public final class Sessions {
  private Sessions() {}

  public static SparkSession open(String name) {
    SparkSession.Builder builder = SparkSession.builder().appName(name);
    String master = System.getProperty("spark.master");
    if (master == null) {
      builder.master("local[*]");
    } else {
      StandaloneMaster.requireAnswer(master);
    }
    // Tasks run one thread each; a library that starts more would fight with the other tasks.
    return builder.config("spark.executorEnv.OMP_NUM_THREADS", "1").getOrCreate();
  }
}
