package io.sextant.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Copies a Parquet file and makes its footer equal in every JVM. Parquet's writer lists a column's
 * encodings in the order of a hash set of enums, which differs between processes. The copy lists
 * them in the order of the format's definition.
 */
final class StableFooter {
  /** The bytes of the footer's length and of the magic number. */
  private static final int TAIL = 8;

  private StableFooter() {}

  static void copy(Path parquet, OutputStream out) throws IOException {
    try (FileChannel file = FileChannel.open(parquet)) {
      ByteBuffer tail = read(file, file.size() - TAIL, TAIL);
      byte[] magic = new byte[TAIL - Integer.BYTES];
      int length = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
      tail.get(magic);
      long start = file.size() - TAIL - length;
      FileMetaData footer =
          Util.readFileMetaData(new ByteArrayInputStream(read(file, start, length).array()));
      WritableByteChannel target = Channels.newChannel(out);
      for (long copied = 0; copied < start; ) {
        copied += file.transferTo(copied, start - copied, target);
      }
      ByteArrayOutputStream stable = new ByteArrayOutputStream();
      Util.writeFileMetaData(sorted(footer), stable);
      stable.writeTo(out);
      ByteBuffer end = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
      out.write(end.putInt(stable.size()).put(magic).array());
    }
  }

  private static FileMetaData sorted(FileMetaData footer) {
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
        if (column.getMeta_data().isSetEncoding_stats()) {
          Collections.sort(column.getMeta_data().getEncoding_stats());
        }
      }
    }
    return footer;
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("the Parquet file is truncated");
      }
    }
    return bytes.flip();
  }
}
