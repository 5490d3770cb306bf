package io.sextant.job.run;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.collection.JavaConverters;

/**
 * Follows the progress of the chunks, which the executors report with their heartbeats. The count
 * is approximate, because the rows of a task that is retried are counted again.
 */
public final class Progress extends SparkListener implements AutoCloseable {
  private final ProgressDisplay display;
  private final long total;
  private final LongAccumulator counter;
  private final Map<Long, Long> rowsOfTask = new HashMap<>();
  private boolean complete;

  /**
   * Follows the progress toward a number of rows.
   *
   * @param counter counts the rows that are done
   */
  public Progress(ProgressDisplay display, long total, LongAccumulator counter) {
    this.display = display;
    this.total = total;
    this.counter = counter;
    display.show(0, total);
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
    if (complete) {
      return;
    }
    long done = rowsOfTask.values().stream().mapToLong(Long::longValue).sum();
    display.show(Math.min(total, done), total);
  }

  /** Shows that all rows are done; Spark may tell of the last tasks later, or not at all. */
  public synchronized void complete() {
    complete = true;
    display.show(total, total);
  }

  @Override
  public synchronized void close() {
    display.end();
  }
}
