package io.sextant.job.folder;

import io.sextant.table.Fence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Admits changes to a run's folder while its lease has a token, on the driver and on executors.
 *
 * <p>Files are written in a folder that the token names, and renamed to their places after a look
 * at the lease. Whoever takes the lease over deletes the folders of all other tokens before it
 * writes anything. So a process that is stopped between the look and the rename, and goes on when
 * the folder has been taken over, finds nothing that it could rename; and one that is stopped
 * before the look finds another's token.
 *
 * @param token of the holder
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

  /** Who holds the lease; null if nobody does. */
  static LeaseHolder holder(FileSystem files, Path root) throws IOException {
    try (InputStream in = files.open(new Path(root, RunFiles.LEASE))) {
      return LeaseHolder.read(in);
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}
