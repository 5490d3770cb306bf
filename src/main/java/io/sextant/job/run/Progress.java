package io.sextant.job.run;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.collection.JavaConverters;

/**
 * Prints the progress of the chunks, which the executors report with their heartbeats, as a bar on
 * a terminal or a line every ten seconds elsewhere. The count is approximate, because the rows of a
 * task that is retried are counted again.
 */
public final class Progress extends SparkListener implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long LINE_EVERY_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private final long total;
  private final LongAccumulator counter;
  private final long start = System.nanoTime();
  private final Map<Long, Long> rowsOfTask = new HashMap<>();
  private long lastLine = start;

  /** Creates a display of the progress toward a number of rows, which an accumulator counts. */
  public Progress(PrintStream out, long total, LongAccumulator counter) {
    this.out = out;
    this.total = total;
    this.counter = counter;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    for (var task : JavaConverters.seqAsJavaList(update.accumUpdates())) {
      take((Long) task._1(), JavaConverters.seqAsJavaList(task._4()));
    }
    show();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    take(
        end.taskInfo().taskId(),
        JavaConverters.seqAsJavaList(end.taskInfo().accumulables().toSeq()));
    show();
  }

  private void take(long task, Iterable<AccumulableInfo> updates) {
    for (AccumulableInfo update : updates) {
      if (update.id() == counter.id() && update.update().isDefined()) {
        rowsOfTask.merge(task, ((Number) update.update().get()).longValue(), Math::max);
      }
    }
  }

  private void show() {
    long now = System.nanoTime();
    if (terminal) {
      out.print("\r" + line(now) + " ");
      out.flush();
    } else if (now - lastLine >= LINE_EVERY_NANOS) {
      lastLine = now;
      out.println(line(now));
    }
  }

  private String line(long now) {
    long done = Math.min(total, rowsOfTask.values().stream().mapToLong(Long::longValue).sum());
    double rate = done / Math.max(1e-9, (now - start) / 1e9);
    String left = done == 0 ? "?" : duration(Math.round((total - done) / rate));
    int filled = (int) (WIDTH * done / Math.max(1, total));
    String bar = terminal ? "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " : "";
    return String.format(
        Locale.ROOT, "%s%,d of %,d pairs, %.1f pairs/s, %s left", bar, done, total, rate, left);
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  @Override
  public synchronized void close() {
    if (terminal) {
      out.println();
    }
  }
}
