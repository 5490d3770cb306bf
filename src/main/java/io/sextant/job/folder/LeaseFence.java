package io.sextant.job.folder;

import io.sextant.table.Fence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Allows the driver and the executors to change a run's folder only while the lease has their
 * token.
 *
 * <p>Files are written into a folder that is named after the token, and renamed to their places
 * after a check of the lease. A process that takes the lease over deletes the folders of all other
 * tokens before it writes anything. So if a process is suspended between its check and its rename,
 * and resumes after the takeover, its draft no longer exists and the rename fails; if it is
 * suspended before its check, the check finds another token.
 *
 * @param token the token of the holder
 */
public record LeaseFence(String token) implements Fence, Serializable {

  @Override
  public Path drafts(Path root) {
    return new Path(new Path(root, RunFiles.DRAFTS), token);
  }

  @Override
  public void check(FileSystem files, Path root) throws IOException {
    LeaseHolder holder = holder(files, root);
    if (holder == null || !holder.token().equals(token)) {
      String by = holder == null ? "nobody" : holder.name();
      throw new LeaseLostException(root + " is held by " + by + " now");
    }
  }

  /** Returns the holder of the lease; null if there is none. */
  static LeaseHolder holder(FileSystem files, Path root) throws IOException {
    try (InputStream in = files.open(new Path(root, RunFiles.LEASE))) {
      return LeaseHolder.read(in);
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}
