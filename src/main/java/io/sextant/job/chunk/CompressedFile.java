package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * A kind of file that belongs to a run. It is compressed with Zstandard, whose checksum detects
 * damage, and begins with a number for its kind and version and the identity of the run's chunks.
 *
 * @param kind what a file holds, for messages
 */
record CompressedFile(int magic, String kind) {
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 1;

  /** Begins a file. */
  DataOutputStream create(OutputStream out, String identity) throws IOException {
    OutputStream packed = new ZstdOutputStreamNoFinalizer(out, LEVEL).setChecksum(true);
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(packed, BUFFER));
    data.writeInt(magic);
    data.writeUTF(identity);
    return data;
  }

  /**
   * Opens a file behind its beginning.
   *
   * @throws ZipException if it is of another kind or version, or belongs to another run
   */
  DataInputStream open(InputStream in, String identity) throws IOException {
    DataInputStream data = unpack(in);
    if (data.readInt() != magic) {
      throw new ZipException("not a " + kind + " file of this version");
    }
    String owner = data.readUTF();
    if (!owner.equals(identity)) {
      throw new ZipException("a " + kind + " of run " + owner + ", not of " + identity);
    }
    return data;
  }

  /** Opens a file before its beginning. */
  DataInputStream unpack(InputStream in) throws IOException {
    return new DataInputStream(new BufferedInputStream(new ZstdInputStreamNoFinalizer(in), BUFFER));
  }

  /** Reads the beginning of a file, and returns whether it is of this version and identity. */
  boolean begins(DataInputStream data, String identity) throws IOException {
    return data.readInt() == magic && data.readUTF().equals(identity);
  }

  /** Reads the end of a file, which verifies its checksum. */
  void requireEnd(DataInputStream data) throws IOException {
    if (data.read() != -1) {
      throw new ZipException("the file continues after the end of its " + kind);
    }
  }
}
