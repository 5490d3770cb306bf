package io.sextant.job.cluster;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/**
 * Says that a run waits for executors which its cluster does not give: Spark itself waits without
 * end, for the cluster may grow. The run is left alone.
 */
public final class ExecutorWatch implements AutoCloseable {
  private static final long EVERY_SECONDS = 5;

  private final SparkContext spark;
  private final PrintStream out;
  private final ExecutorRequest request;
  private final Starvation starvation = new Starvation();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ExecutorWatch::daemon);

  private ExecutorWatch(SparkContext spark, PrintStream out) {
    this.spark = spark;
    this.out = out;
    this.request = ExecutorRequest.of(spark.getConf());
  }

  /** Watches until it is closed; what it has to say, it says on {@code out}. */
  public static ExecutorWatch start(SparkContext spark, PrintStream out) {
    ExecutorWatch watch = new ExecutorWatch(spark, out);
    // In local mode the driver does the work.
    if (!spark.isLocal()) {
      watch.clock.scheduleWithFixedDelay(
          watch::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
    return watch;
  }

  private void look() {
    if (spark.isStopped()) {
      return;
    }
    long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    starvation
        .at(second, workWaits() && !hasExecutors())
        .ifPresent(waited -> out.println(request.unmet(waited)));
  }

  private boolean workWaits() {
    return spark.statusTracker().getActiveJobIds().length > 0;
  }

  /** The memory that the driver keeps blocks in is listed too. */
  private boolean hasExecutors() {
    return spark.getExecutorMemoryStatus().size() > 1;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sextant-executors");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
