package io.sextant.job.chunk;

import io.sextant.job.row.InputRow;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.Partitioner;

/**
 * Cuts the input into chunks by a hash of each row's key. The number of chunks follows from the
 * number of rows alone: 256 of them, but only one for every 32 rows begun where there are fewer
 * rows, and one for every 4,096 where there are more.
 *
 * @param chunks number of chunks
 */
public record ChunkPlan(int chunks) implements Serializable {
  private static final long AIM = 256;
  private static final long SMALLEST = 32;
  private static final long LARGEST = 4096;

  public static ChunkPlan forRows(long rows) {
    long chunks = Math.max(parts(rows, LARGEST), Math.min(AIM, parts(rows, SMALLEST)));
    return new ChunkPlan(Math.toIntExact(Math.max(1, chunks)));
  }

  private static long parts(long rows, long size) {
    return (rows + size - 1) / size;
  }

  /** The chunk of a row, 0 to chunks - 1. */
  public int chunkOf(InputRow row) {
    long hash = ByteBuffer.wrap(DigestUtils.sha256(row.chunkKey())).getLong();
    return (int) Long.remainderUnsigned(hash, chunks);
  }

  /** One Spark partition for each of the given chunks, in their order. */
  public static final class ByChunk extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int[] partitionOf;
    private final int partitions;

    public ByChunk(int chunks, int[] wanted) {
      partitionOf = new int[chunks];
      for (int partition = 0; partition < wanted.length; partition++) {
        partitionOf[wanted[partition]] = partition;
      }
      partitions = wanted.length;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object chunk) {
      return partitionOf[(Integer) chunk];
    }
  }
}
