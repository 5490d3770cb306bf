package io.sextant.job.run;

import io.sextant.fault.Causes;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Stops a run when the process is asked to end (Ctrl-C, SIGTERM), or when another process has taken
 * over the run directory. It cancels Spark's jobs. The run itself then records its state, for which
 * the end of the process is delayed by a few seconds. A program that runs Sextant stops a run by
 * cancelling the job group of its Spark jobs.
 */
public final class Cancellation implements AutoCloseable {
  /**
   * The priority of the shutdown hook. It is higher than those of Spark's hook, which stops the
   * context, and of Hadoop's, which closes the file systems, so it runs before them.
   */
  private static final int EARLY = 100;

  /** How Spark begins the message about a job that was cancelled. */
  private static final Pattern JOB_CANCELLED = Pattern.compile("\\bJob \\d+ cancelled");

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

  /** Returns why the run must stop; null while it may go on. */
  Cause cause() {
    return cause;
  }

  /** Returns whether the process was asked to end. */
  public boolean isInterrupted() {
    return cause == Cause.INTERRUPTED;
  }

  /** Returns whether an error says that a program or a user has cancelled the job's Spark jobs. */
  public static boolean isOf(Throwable error) {
    return Causes.of(error).stream()
        .anyMatch(cause -> cause instanceof SparkException && isOfJob(cause.getMessage()));
  }

  private static boolean isOfJob(String message) {
    return message != null && JOB_CANCELLED.matcher(message).find();
  }

  /**
   * Throws if the run must stop. The driver calls this between two steps of its own work.
   *
   * @throws CancellationException if the run must stop
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

  /** Tells the shutdown hook that the run has ended, and removes the hook. */
  @Override
  public void close() {
    ended.countDown();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
