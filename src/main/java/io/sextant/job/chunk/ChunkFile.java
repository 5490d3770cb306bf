package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.sextant.job.row.RowFold;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * What a committed chunk holds: whose it is, the rows that came in, those rejected, and the state
 * of the others. Compressed with Zstandard, for a state is megabytes of numbers and gzip would take
 * longer than scoring; its checksum guards the file.
 */
public final class ChunkFile {
  public static final int MAGIC = 0x53585409;
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 1;

  private ChunkFile() {}

  static void write(
      OutputStream out,
      String identity,
      RowFold rows,
      Rejects rejects,
      ProfileState state,
      SyntaxState syntax)
      throws IOException {
    OutputStream packed = new ZstdOutputStreamNoFinalizer(out, LEVEL).setChecksum(true);
    try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(packed, BUFFER))) {
      data.writeInt(MAGIC);
      data.writeUTF(identity);
      rows.write(data);
      rejects.write(data);
      state.write(data);
      syntax.write(data);
    }
  }

  /**
   * Reads a chunk and adds its states to others.
   *
   * @param state may be null: then the states are not read
   * @throws ZstdIOException if it is damaged
   * @throws ZipException if it is of another run
   */
  static Contents read(InputStream in, String identity, ProfileState state, SyntaxState syntax)
      throws IOException {
    try (DataInputStream data = open(in, identity)) {
      RowFold rows = RowFold.read(data);
      Rejects rejects = Rejects.read(data);
      if (state != null) {
        state.mergeFrom(data);
        syntax.mergeFrom(data);
        if (data.read() != -1) {
          throw new ZipException("there is more than a chunk in it");
        }
      }
      return new Contents(rows, rejects);
    }
  }

  /**
   * Reads a chunk to its end, where the checksum stands.
   *
   * @throws ZstdIOException if it is damaged
   * @throws ZipException if it is of another run
   */
  static void check(InputStream in, String identity) throws IOException {
    try (DataInputStream data = open(in, identity)) {
      data.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static DataInputStream open(InputStream in, String identity) throws IOException {
    InputStream unpacked = new ZstdInputStreamNoFinalizer(in);
    DataInputStream data = new DataInputStream(new BufferedInputStream(unpacked, BUFFER));
    if (data.readInt() != MAGIC) {
      throw new ZipException("not a chunk file of this version");
    }
    String owner = data.readUTF();
    if (!owner.equals(identity)) {
      throw new ZipException("a chunk of run " + owner + ", not of " + identity);
    }
    return data;
  }

  /** What a chunk holds besides its state. */
  public record Contents(RowFold rows, Rejects rejects) {}
}
