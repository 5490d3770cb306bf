package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;

/**
 * Keeps a second run out of a run directory: a file with the driver's name in it, touched every few
 * seconds. A lock is dead when its process is known to be gone, or when it has not been touched for
 * a minute by the file system's clock; a dead one is taken over.
 *
 * <p>On an object store, where two may create the same file, the later one wins, and the earlier
 * one notices at its next beat.
 */
final class RunLock implements AutoCloseable {
  /** What a folder may hold without being a run. */
  static final Set<String> FILE = Set.of("_lock");

  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration DEAD = Duration.ofSeconds(60);

  private final RunDirectory run;
  private final Path file;
  private final LockOwner owner = LockOwner.self(UUID.randomUUID().toString());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(RunLock::daemon);

  private RunLock(RunDirectory run) {
    this.run = run;
    this.file = run.resolve(FILE.iterator().next());
  }

  /**
   * Takes the lock of a run directory, which is made if it is not there.
   *
   * @param lost called, at most once, when another run has taken the lock over
   * @throws BadInputException if another run holds it; the message says who
   */
  static RunLock acquire(RunDirectory run, Runnable lost) {
    RunLock lock = new RunLock(run);
    try {
      run.files().mkdirs(run.root());
      if (!lock.create()) {
        lock.refuseTheLiving();
        lock.removeTheDead();
        if (!lock.create()) {
          throw new BadInputException(run.root() + " is in use by a run that has just begun");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + run.root(), e);
    }
    lock.heart.scheduleWithFixedDelay(
        () -> lock.beat(lost), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    return lock;
  }

  private boolean create() throws IOException {
    try (OutputStream out = run.files().create(file, false)) {
      owner.write(out);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private void refuseTheLiving() throws IOException {
    LockOwner other = holder();
    if (other == null || other.isGone()) {
      return;
    }
    long silent = now() - run.files().getFileStatus(file).getModificationTime();
    if (silent < DEAD.toMillis()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s is in use by %s, heard of %d s ago: let it end, or wait until it has been silent for %d s",
              run.root(),
              other.name(),
              Math.max(0, silent / 1000),
              DEAD.toSeconds()));
    }
  }

  /** Only one of several that want to take over a dead lock can rename it. */
  private void removeTheDead() throws IOException {
    Path grave = run.resolve("." + file.getName() + "." + owner.id());
    if (run.files().rename(file, grave)) {
      run.files().delete(grave, false);
    }
  }

  /** The time by the file system's clock, milliseconds. */
  private long now() throws IOException {
    Path probe = run.resolve("." + file.getName() + ".time." + owner.id());
    run.files().create(probe, true).close();
    try {
      return run.files().getFileStatus(probe).getModificationTime();
    } finally {
      run.files().delete(probe, false);
    }
  }

  /** Who holds the lock; null if nobody does. */
  private LockOwner holder() throws IOException {
    try (InputStream in = run.files().open(file)) {
      return LockOwner.read(in);
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  private void beat(Runnable lost) {
    try {
      LockOwner holder = holder();
      if (holder == null || !holder.id().equals(owner.id())) {
        heart.shutdown();
        lost.run();
        return;
      }
      touch();
    } catch (IOException e) {
      // What cannot be reached or written now may be at the next beat.
    }
  }

  /** Makes the file younger, which needs no room on a full disk; object stores want it written. */
  private void touch() throws IOException {
    long time = now();
    run.files().setTimes(file, time, -1);
    if (run.files().getFileStatus(file).getModificationTime() < time) {
      try (OutputStream out = run.files().create(file, true)) {
        owner.write(out);
      }
    }
  }

  /** Gives the lock back, and removes the directory if nothing else is in it. */
  @Override
  public void close() {
    // A beat that has begun ends in peace: interrupted, it would leave its probe behind.
    heart.shutdown();
    try {
      heart.awaitTermination(DEAD.toMillis(), TimeUnit.MILLISECONDS);
      LockOwner holder = holder();
      if (holder != null && holder.id().equals(owner.id())) {
        run.files().delete(file, false);
        if (run.isEmptyBut(Set.of())) {
          run.files().delete(run.root(), false);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + run.root(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sextant-lock");
    thread.setDaemon(true);
    return thread;
  }
}
