package io.sextant.job.folder;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The right to change a run's folder: a file that names its holder, and a heartbeat that makes the
 * file younger. A lease is stale when its process is known to be gone, or when the file is a minute
 * old by the file system's clock and no heartbeat comes while it is watched; a stale one is taken
 * over. The holder is looked at again at every change ({@link LeaseFence}).
 *
 * <p>On an object store, where two may create the same file, the later one wins, and the earlier
 * one notices at its next change or heartbeat.
 */
public final class RunLease implements AutoCloseable {

  /**
   * How long things last.
   *
   * @param heartbeat from one to the next
   * @param stale age at which a lease may be taken over
   * @param watch how long it is then watched, by this process's own clock
   */
  record Timing(Duration heartbeat, Duration stale, Duration watch) {
    static final Timing USUAL =
        new Timing(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(11));
  }

  private final RunDirectory run;
  private final Path file;
  private final Timing timing;
  private final LeaseHolder self = LeaseHolder.self(UUID.randomUUID().toString());
  private final LeaseFence fence = new LeaseFence(self.token());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(RunLease::daemon);
  private boolean madeRoot;

  private RunLease(RunDirectory run, Timing timing) {
    this.run = run;
    this.file = run.resolve(RunFiles.LEASE);
    this.timing = timing;
  }

  /**
   * Takes the lease of a run's folder, which is made if it is not there, and deletes the drafts of
   * earlier holders.
   *
   * @param lost called, at most once, when another process has taken the lease over
   * @throws BadInputException if another process holds it; the message says who
   */
  public static RunLease acquire(RunDirectory run, Runnable lost) {
    return acquire(run, lost, Timing.USUAL);
  }

  static RunLease acquire(RunDirectory run, Runnable lost, Timing timing) {
    RunLease lease = new RunLease(run, timing);
    try {
      lease.madeRoot = !run.files().exists(run.root());
      run.files().mkdirs(run.root());
      if (!lease.create()) {
        LeaseHolder other = LeaseFence.holder(run.files(), run.root());
        if (other != null) {
          lease.refuseUnlessStale(other);
          lease.bury(other);
        }
        if (!lease.create()) {
          throw lease.justBegun();
        }
      }
      lease.deleteDrafts();
      run.files().mkdirs(lease.fence.drafts(run.root()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot take the lease of " + run.root() + ": " + e.getMessage(), e);
    }
    long beat = timing.heartbeat().toMillis();
    lease.heart.scheduleWithFixedDelay(
        () -> lease.heartbeat(lost), beat, beat, TimeUnit.MILLISECONDS);
    return lease;
  }

  /** What admits changes while the lease is held. */
  public LeaseFence fence() {
    return fence;
  }

  /** Whether the lease is known to be another's, or nobody's. */
  public boolean isLost() {
    try {
      fence.check(run.files(), run.root());
      return false;
    } catch (LeaseLostException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean create() throws IOException {
    return run.putNew(
        file,
        run.resolve(RunFiles.LEASE_TEMPORARY + self.token()),
        draft -> {
          try (OutputStream out = run.files().create(draft, true)) {
            self.write(out);
          }
        });
  }

  private void refuseUnlessStale(LeaseHolder other) throws IOException {
    if (other.isGone()) {
      return;
    }
    long touched = touched();
    long age = now() - touched;
    if (age < timing.stale().toMillis()) {
      throw inUse(other, age);
    }
    long end = System.nanoTime() + timing.watch().toNanos();
    while (System.nanoTime() < end) {
      sleep(Math.min(200, timing.watch().toMillis()));
      if (touched() != touched) {
        throw inUse(other, 0);
      }
    }
  }

  private BadInputException inUse(LeaseHolder other, long age) {
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "%s is in use by %s, heard of %d s ago: let it end, or wait until it has been silent"
                + " for %d s",
            run.root(),
            other.name(),
            Math.max(0, age / 1000),
            timing.stale().toSeconds()));
  }

  private BadInputException justBegun() {
    return new BadInputException(run.root() + " is in use by a run that has just begun");
  }

  /** Sets the lease of a stale holder aside; what turns out to be another's is put back. */
  private void bury(LeaseHolder stale) throws IOException {
    String name = RunFiles.LEASE_TEMPORARY + self.token();
    Path tombstone = run.resolve(name);
    try {
      if (!run.files().rename(file, tombstone)) {
        return;
      }
    } catch (FileNotFoundException e) {
      return;
    }
    LeaseHolder buried;
    try (var in = run.files().open(tombstone)) {
      buried = LeaseHolder.read(in);
    }
    if (!buried.equals(stale)) {
      run.files().rename(tombstone, file);
      throw justBegun();
    }
    run.files().delete(tombstone, false);
  }

  /** Deletes what earlier holders were writing, so that none of it can take a place any more. */
  private void deleteDrafts() throws IOException {
    Path drafts = run.resolve(RunFiles.DRAFTS);
    if (run.files().exists(drafts)) {
      for (FileStatus found : run.files().listStatus(drafts)) {
        if (RunFiles.isOurs(RunFiles.DRAFTS, found)) {
          run.files().delete(found.getPath(), true);
        }
      }
    }
    for (FileStatus found : run.files().listStatus(run.root())) {
      String name = found.getPath().getName();
      if (found.isFile() && RunFiles.isReservation(name) && !name.equals(RunFiles.LEASE)) {
        run.files().delete(found.getPath(), false);
      }
    }
  }

  /** The file's time, milliseconds by the file system's clock. */
  private long touched() throws IOException {
    try {
      return run.files().getFileStatus(file).getModificationTime();
    } catch (FileNotFoundException e) {
      return -1;
    }
  }

  /** The time by the file system's clock, milliseconds. */
  private long now() throws IOException {
    Path probe = run.resolve(RunFiles.LEASE_TEMPORARY + "time." + self.token());
    run.files().create(probe, true).close();
    try {
      return run.files().getFileStatus(probe).getModificationTime();
    } finally {
      run.files().delete(probe, false);
    }
  }

  private void heartbeat(Runnable lost) {
    try {
      fence.check(run.files(), run.root());
      touch();
    } catch (LeaseLostException e) {
      heart.shutdown();
      lost.run();
    } catch (IOException e) {
      // What cannot be reached or written now may be at the next heartbeat.
    }
  }

  /** Makes the file younger, which needs no room on a full disk; object stores want it written. */
  private void touch() throws IOException {
    long time = now();
    run.files().setTimes(file, time, -1);
    if (touched() < time) {
      try (OutputStream out = run.files().create(file, true)) {
        self.write(out);
      }
    }
  }

  /** Gives the lease back, and removes the folder if it was made for nothing. */
  @Override
  public void close() {
    // A heartbeat that has begun ends in peace: interrupted, it would leave its probe behind.
    heart.shutdown();
    try {
      heart.awaitTermination(timing.stale().toMillis(), TimeUnit.MILLISECONDS);
      if (isLost()) {
        return;
      }
      run.files().delete(fence.drafts(run.root()), true);
      Path drafts = run.resolve(RunFiles.DRAFTS);
      if (run.files().exists(drafts) && run.files().listStatus(drafts).length == 0) {
        run.files().delete(drafts, false);
      }
      run.files().delete(file, false);
      if (madeRoot && run.files().listStatus(run.root()).length == 0) {
        run.files().delete(run.root(), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back the lease of " + run.root(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a lease was watched", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sextant-lease");
    thread.setDaemon(true);
    return thread;
  }
}
