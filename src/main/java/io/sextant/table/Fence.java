package io.sextant.table;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Prevents a process that no longer holds a run's folder from changing it. */
public interface Fence {
  /** A fence that allows every change, for a folder that one process uses. */
  Fence NONE =
      new Fence() {
        @Override
        public Path drafts(Path root) {
          return root;
        }

        @Override
        public void check(FileSystem files, Path root) {}
      };

  /** Returns the folder in which files are written before they are moved to their places. */
  Path drafts(Path root);

  /**
   * Checks that this process still holds the folder. This must be called directly before every
   * change.
   *
   * @throws IOException if the holder cannot be determined
   * @throws RuntimeException if another process holds the folder
   */
  void check(FileSystem files, Path root) throws IOException;
}
