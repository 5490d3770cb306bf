package io.sextant.job.run;

import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Stops a run from outside: when the process is told to end (Ctrl-C, SIGTERM), or when the run
 * directory is no longer ours. Spark's jobs are cancelled; the record is left to the run itself,
 * for which the end of the process waits a few seconds.
 */
public final class Cancellation implements AutoCloseable {
  /** Before Spark's own hook, which stops the context, and Hadoop's, which closes file systems. */
  private static final int EARLY = 100;

  private static final int PATIENCE_SECONDS = 8;
  private static final int EVERY_MILLIS = 200;

  /** Why a run is stopped. */
  enum Cause {
    INTERRUPTED,
    LEASE_LOST
  }

  private final JavaSparkContext context;
  private final PrintStream out;
  private final Runnable hook = this::interrupted;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Cause cause;

  public Cancellation(JavaSparkContext context, PrintStream out) {
    this.context = context;
    this.out = out;
    ShutdownHookManager.get().addShutdownHook(hook, EARLY, PATIENCE_SECONDS + 2, TimeUnit.SECONDS);
  }

  /** Why the run is to stop; null while it may go on. */
  Cause cause() {
    return cause;
  }

  /**
   * To be called between two steps of work on the driver.
   *
   * @throws CancellationException if the run is to stop
   */
  void check() {
    if (cause != null) {
      throw new CancellationException("stopped");
    }
  }

  /** Stops the run because another one has taken its directory. */
  public void leaseLost() {
    cause = Cause.LEASE_LOST;
    context.sc().cancelAllJobs();
  }

  private void interrupted() {
    cause = Cause.INTERRUPTED;
    out.println("interrupted: stopping");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      do {
        context.sc().cancelAllJobs();
      } while (!ended.await(EVERY_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has ended, one way or another. */
  @Override
  public void close() {
    ended.countDown();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
