package io.sextant.job.cluster;

import java.util.Locale;
import org.apache.spark.SparkConf;

/**
 * The executors that Spark's settings request from a cluster.
 *
 * @param master the cluster's address
 * @param cores the cores of an executor; null if the cluster decides
 * @param memory the heap of an executor, as Spark writes it
 * @param overhead the memory of an executor besides its heap; null if Spark decides
 * @param mostCores the cores of the whole run; null if there is no limit
 */
record ExecutorRequest(
    String master, Integer cores, String memory, String overhead, Integer mostCores) {
  private static final String CORES = "spark.executor.cores";
  private static final String MEMORY = "spark.executor.memory";
  private static final String OVERHEAD = "spark.executor.memoryOverhead";
  private static final String MOST_CORES = "spark.cores.max";

  static ExecutorRequest of(SparkConf conf) {
    return new ExecutorRequest(
        conf.get("spark.master"),
        number(conf, CORES),
        conf.get(MEMORY, "1g"),
        conf.get(OVERHEAD, null),
        number(conf, MOST_CORES));
  }

  private static Integer number(SparkConf conf, String key) {
    return conf.contains(key) ? conf.getInt(key, 0) : null;
  }

  /** Returns the message that no executor has come: what was requested, and what to change. */
  String unmet(long seconds) {
    String wait =
        String.format(Locale.ROOT, "no executor has come from %s for %d s", master, seconds);
    if (cores != null && mostCores != null && mostCores < cores) {
      return String.format(
          Locale.ROOT,
          "%s: the run may use %d cores (%s, --total-executor-cores), and one executor needs %d (%s): lower the second, or raise the first",
          wait,
          mostCores,
          MOST_CORES,
          cores,
          CORES);
    }
    return String.format(
        Locale.ROOT,
        "%s: the run waits. Each executor needs %s%s of memory on one machine (%s): start a worker that has as much free, or end the run and ask for less, such as --conf %s=1 --conf %s=1g",
        wait,
        ofCores(),
        ofMemory(),
        keys(),
        CORES,
        MEMORY);
  }

  private String ofCores() {
    return cores == null ? "" : cores == 1 ? "1 core and " : cores + " cores and ";
  }

  /**
   * Returns the memory as the cluster counts it. YARN and Kubernetes add the overhead; a standalone
   * cluster does not.
   */
  private String ofMemory() {
    return countsOverhead() ? memory + " + " + overhead : memory;
  }

  private boolean countsOverhead() {
    return overhead != null && !master.startsWith("spark:");
  }

  private String keys() {
    return (cores == null ? "" : CORES + ", ") + MEMORY + (countsOverhead() ? ", " + OVERHEAD : "");
  }
}
