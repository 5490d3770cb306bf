package io.sextant.job;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A local file system that counts the operations below a folder and ignores all of them from a
 * certain operation on. Afterwards the folder looks as if the process had been killed at that
 * operation. It is set as {@code fs.file.impl}.
 */
public final class FaultyFiles extends LocalFileSystem {
  private static final AtomicLong COUNT = new AtomicLong();
  private static volatile String folder;
  private static volatile long deadAt = Long.MAX_VALUE;

  /** Executes a number of operations below a folder and then ignores all others. */
  static void dieAfter(java.nio.file.Path below, long operations) {
    folder = below.toString();
    COUNT.set(0);
    deadAt = operations;
  }

  /**
   * Executes operations again, and returns the number of operations that were executed or ignored.
   */
  static long revive() {
    deadAt = Long.MAX_VALUE;
    folder = null;
    return COUNT.get();
  }

  /** Returns whether operations are ignored. */
  static boolean isDead() {
    return COUNT.get() > deadAt;
  }

  private static void count(Path path) throws IOException {
    String below = folder;
    if (below != null
        && path.toUri().getPath().startsWith(below)
        && COUNT.incrementAndGet() > deadAt) {
      throw new IOException("killed");
    }
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    count(path);
    return super.open(path, bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    count(path);
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    count(from);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    count(path);
    return super.delete(path, recursive);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    count(path);
    return super.mkdirs(path);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    count(path);
    return super.listStatus(path);
  }

  @Override
  public void setTimes(Path path, long modified, long accessed) throws IOException {
    count(path);
    super.setTimes(path, modified, accessed);
  }
}
