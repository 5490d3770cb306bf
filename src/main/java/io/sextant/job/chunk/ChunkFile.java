package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdIOException;
import io.sextant.job.row.RowFold;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * The file of a committed chunk. It holds the identity of the run, a fingerprint of the chunk's
 * rows, the rejected rows and the states of the others. The file is compressed with Zstandard,
 * because a state is megabytes of numbers, which gzip would take longer to compress than scoring
 * took. Zstandard's checksum detects damage.
 */
public final class ChunkFile {
  public static final int MAGIC = 0x5358540B;
  private static final CompressedFile FORMAT = new CompressedFile(MAGIC, "chunk");

  private ChunkFile() {}

  static void write(
      OutputStream out, String identity, RowFold rows, Rejects rejects, ChunkStates states)
      throws IOException {
    try (DataOutputStream data = FORMAT.create(out, identity)) {
      rows.write(data);
      rejects.write(data);
      states.write(data);
    }
  }

  /**
   * Reads a chunk and merges its states into others.
   *
   * @param states the states to merge into; if they are null, no state is read
   * @throws ZstdIOException if the file is damaged
   * @throws ZipException if the chunk belongs to another run
   */
  static Contents read(InputStream in, String identity, ChunkStates states) throws IOException {
    try (DataInputStream data = FORMAT.open(in, identity)) {
      RowFold rows = RowFold.read(data);
      Rejects rejects = Rejects.read(data);
      if (states != null) {
        states.mergeFrom(data);
        FORMAT.requireEnd(data);
      }
      return new Contents(rows, rejects);
    }
  }

  /**
   * Reads a chunk to its end, which verifies its checksum.
   *
   * @throws ZstdIOException if the file is damaged
   * @throws ZipException if the chunk belongs to another run
   */
  static void check(InputStream in, String identity) throws IOException {
    try (DataInputStream data = FORMAT.open(in, identity)) {
      data.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** The fingerprint of a chunk's rows, and its rejected rows. */
  public record Contents(RowFold rows, Rejects rejects) {}
}
