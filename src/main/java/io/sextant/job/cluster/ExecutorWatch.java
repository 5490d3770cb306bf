package io.sextant.job.cluster;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/**
 * Reports that a run waits for executors that its cluster does not provide. Spark itself waits for
 * ever without a message, since the cluster may grow. The watch only reports; it does not end the
 * run.
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

  /** Starts a watch that reports on {@code out} until it is closed. */
  public static ExecutorWatch start(SparkContext spark, PrintStream out) {
    ExecutorWatch watch = new ExecutorWatch(spark, out);
    // In local mode the driver does the work and there are no executors.
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

  /** Returns whether an executor has registered. The status lists the driver too. */
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
