package io.sextant.job.staged;

import java.io.Serializable;

/**
 * Divides the chunks among files, so that there are neither few large files nor a small one for
 * every chunk. A file has up to 64 consecutive chunks; a run of fewer than 1,024 chunks has up to
 * 16 files.
 *
 * @param chunks the number of chunks
 */
public record Parting(int chunks) implements Serializable {
  private static final int FILES = 16;
  private static final int LARGEST = 64;

  private int size() {
    return Math.min(LARGEST, (chunks + FILES - 1) / FILES);
  }

  /** Returns the number of files. */
  public int parts() {
    return (chunks + size() - 1) / size();
  }

  /** Returns the file that has a chunk's rows, from 0 to parts - 1. */
  public int partOf(int chunk) {
    return chunk / size();
  }
}
