package io.sextant.table;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What keeps a process that has lost a run's folder from changing it. */
public interface Fence {
  /** No fence: the folder has one user. */
  Fence NONE =
      new Fence() {
        @Override
        public Path drafts(Path root) {
          return root;
        }

        @Override
        public void check(FileSystem files, Path root) {}
      };

  /** The folder in which files are written before they take their places. */
  Path drafts(Path root);

  /**
   * To be called at the moment of every change.
   *
   * @throws IOException if it cannot be told whose the folder is
   * @throws RuntimeException if the folder is no longer ours
   */
  void check(FileSystem files, Path root) throws IOException;
}
