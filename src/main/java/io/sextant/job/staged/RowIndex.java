package io.sextant.job.staged;

import io.sextant.job.row.InputSummary;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * The contents of the staged files. The index is written last, so where it is, all rows are.
 *
 * @param identity the identity of the run's chunks
 * @param census the number and the fingerprints of the rows
 * @param slices the place of each chunk's rows
 */
record RowIndex(String identity, InputSummary census, RowSlice[] slices) {
  private static final int MAGIC = 0x53585201;

  void write(OutputStream out) throws IOException {
    try (DataOutputStream data = RowFile.frame(out)) {
      data.writeInt(MAGIC);
      data.writeUTF(identity);
      data.writeLong(census.rows());
      data.writeUTF(census.fingerprint());
      data.writeUTF(census.placement());
      data.writeInt(slices.length);
      for (RowSlice slice : slices) {
        data.writeLong(slice.offset());
        data.writeLong(slice.bytes());
        data.writeLong(slice.rows());
      }
    }
  }

  /**
   * Reads an index.
   *
   * @throws IOException if it is damaged or of another version
   */
  static RowIndex read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(whole(in))) {
      if (data.readInt() != MAGIC) {
        throw new ZipException("not an index of this version");
      }
      String identity = data.readUTF();
      InputSummary census = new InputSummary(data.readLong(), data.readUTF(), data.readUTF());
      RowSlice[] slices = new RowSlice[data.readInt()];
      for (int chunk = 0; chunk < slices.length; chunk++) {
        slices[chunk] = new RowSlice(chunk, data.readLong(), data.readLong(), data.readLong());
      }
      if (data.read() != -1) {
        throw new ZipException("the index continues after its end");
      }
      return new RowIndex(identity, census, slices);
    }
  }

  /** Reads an index to its end, which verifies its checksum before anything is made of it. */
  private static InputStream whole(InputStream in) throws IOException {
    try (DataInputStream data = RowFile.frames(in)) {
      return new ByteArrayInputStream(data.readAllBytes());
    }
  }
}
