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
 * The exclusive right to change a run's folder. The lease is a file that names its holder, and
 * whose modification time the holder renews by a heartbeat. A lease is stale if its process is
 * known to have ended, or if the file is a minute old by the file system's clock and no heartbeat
 * arrives while it is watched. Another process may take over a stale lease. {@link LeaseFence}
 * checks the holder before every change.
 *
 * <p>On an object store two processes can create the same file. The later one then holds the lease,
 * and the earlier one notices at its next change or heartbeat.
 */
public final class RunLease implements AutoCloseable {

  /**
   * The durations of a lease.
   *
   * @param heartbeat the time between two heartbeats
   * @param stale the age from which a lease may be taken over
   * @param watch how long a lease of that age is watched for a heartbeat, by this process's clock
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
   * Takes the lease of a run's folder and deletes the drafts of earlier holders. The folder is
   * created if it does not exist.
   *
   * @param lost called, at most once, when another process has taken the lease over
   * @throws BadInputException if another process holds the lease; the message names the process
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

  /** Returns the fence that allows changes only while this lease is held. */
  public LeaseFence fence() {
    return fence;
  }

  /** Returns whether the lease is known to be held by another process or by none. */
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
            "%s is in use by %s, whose last heartbeat was %d s ago: let it end, or wait until it has"
                + " sent none for %d s",
            run.root(),
            other.name(),
            Math.max(0, age / 1000),
            timing.stale().toSeconds()));
  }

  private BadInputException justBegun() {
    return new BadInputException(run.root() + " is in use by a run that has just begun");
  }

  /** Removes the lease of a stale holder. If it turns out to be another's, it is put back. */
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

  /** Deletes the drafts of earlier holders, so that none of them can be renamed any more. */
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

  /**
   * Returns the modification time of the lease's file, in milliseconds by the file system's clock;
   * -1 if there is no file.
   */
  private long touched() throws IOException {
    try {
      return run.files().getFileStatus(file).getModificationTime();
    } catch (FileNotFoundException e) {
      return -1;
    }
  }

  /** Returns the current time of the file system's clock, in milliseconds. */
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
      // The file system may be reachable again at the next heartbeat.
    }
  }

  /**
   * Renews the modification time of the file. Setting the time works on a full disk too; an object
   * store cannot set it, so there the file is written anew.
   */
  private void touch() throws IOException {
    long time = now();
    run.files().setTimes(file, time, -1);
    if (touched() < time) {
      try (OutputStream out = run.files().create(file, true)) {
        self.write(out);
      }
    }
  }

  /** Releases the lease, and removes the folder if this lease created it and it is empty. */
  @Override
  public void close() {
    // A heartbeat that has begun is not interrupted, because it would leave its probe file behind.
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
      throw new UncheckedIOException("cannot release the lease of " + run.root(), e);
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
