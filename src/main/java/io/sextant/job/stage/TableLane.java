package io.sextant.job.stage;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes tables on a thread of its own, in the order in which they are given, while the caller
 * computes the rows of the next. {@link #finish} must be called after the last.
 */
final class TableLane implements AutoCloseable {
  private final RunDirectory directory;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

  TableLane(RunDirectory directory) {
    this.directory = directory;
  }

  /** Writes a table. After a failure, no further table is written. */
  <R extends Record> void write(Table<R> table, Iterator<R> rows) {
    written = written.thenRunAsync(() -> directory.write(table, rows), thread);
  }

  /** Waits until all tables are written, and throws what prevented it. */
  void finish() {
    try {
      written.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Waits until no table is being written. */
  @Override
  public void close() {
    written.exceptionally(failure -> null).join();
    thread.shutdown();
  }
}
