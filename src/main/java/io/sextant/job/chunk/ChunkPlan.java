package io.sextant.job.chunk;

import io.sextant.job.row.InputRow;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Divides the input into chunks by a hash of each row's key. The number of chunks depends on the
 * number of rows alone. It is 256, but a small input has at most one chunk per 32 rows, and a large
 * input has at least one per 4,096 rows; both numbers are rounded up.
 *
 * @param chunks the number of chunks
 */
public record ChunkPlan(int chunks) implements Serializable {
  private static final long AIM = 256;
  private static final long SMALLEST = 32;
  private static final long LARGEST = 4096;

  public static ChunkPlan forRows(long rows) {
    long chunks = Math.max(parts(rows, LARGEST), Math.min(AIM, parts(rows, SMALLEST)));
    return new ChunkPlan(Math.toIntExact(Math.max(1, chunks)));
  }

  /** Returns the chunk of a pair that was given an id, if no other pair has its content. */
  public int chunkOf(SentencePair pair) {
    return chunkOf(new InputRow(pair, null, 0));
  }

  private static long parts(long rows, long size) {
    return (rows + size - 1) / size;
  }

  /**
   * Returns whether the tasks keep the maps of pairs that may be shown. In a larger run, computing
   * the maps of the few chosen pairs again takes a negligible time, and files of maps for each of
   * many chunks would take space.
   */
  public boolean keepsMaps() {
    return chunks < AIM;
  }

  /** Returns the chunk of a row, from 0 to chunks - 1. */
  public int chunkOf(InputRow row) {
    long hash = ByteBuffer.wrap(DigestUtils.sha256(row.chunkKey())).getLong();
    return (int) Long.remainderUnsigned(hash, chunks);
  }
}
