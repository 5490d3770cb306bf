package io.sextant.job;

import io.sextant.profile.NullableText;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.Reject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a committed chunk holds: the rows that came in, those rejected, and the state of the others.
 * Compressed with gzip, whose checksum guards it.
 */
final class ChunkFile {
  private static final int MAGIC = 0x53585402;
  private static final int BUFFER = 1 << 16;

  private ChunkFile() {}

  static void write(
      OutputStream out, long rows, List<Reject> rejects, ProfileState state, SyntaxState syntax)
      throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(
            new java.io.BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER))) {
      data.writeInt(MAGIC);
      data.writeLong(rows);
      data.writeInt(rejects.size());
      for (Reject reject : rejects) {
        for (String field : fields(reject)) {
          NullableText.write(data, field);
        }
      }
      state.write(data);
      syntax.write(data);
    }
  }

  /**
   * Reads a chunk and adds its states to others.
   *
   * @param state may be null: then the states are not read
   */
  static Contents read(InputStream in, ProfileState state, SyntaxState syntax) throws IOException {
    try (DataInputStream data =
        new DataInputStream(
            new java.io.BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER))) {
      if (data.readInt() != MAGIC) {
        throw new IOException("not a chunk file of this version");
      }
      long rows = data.readLong();
      List<Reject> rejects = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        rejects.add(
            new Reject(
                NullableText.read(data),
                NullableText.read(data),
                NullableText.read(data),
                NullableText.read(data),
                NullableText.read(data),
                NullableText.read(data)));
      }
      if (state != null) {
        state.mergeFrom(data);
        syntax.mergeFrom(data);
        if (data.read() != -1) {
          throw new IOException("there is more than a chunk in it");
        }
      }
      return new Contents(rows, rejects);
    }
  }

  /** What a chunk holds besides its state. */
  record Contents(long rows, List<Reject> rejects) {}

  private static String[] fields(Reject r) {
    return new String[] {r.runId(), r.reason(), r.detail(), r.file(), r.pairId(), r.excerpt()};
  }
}
