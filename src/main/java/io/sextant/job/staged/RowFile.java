package io.sextant.job.staged;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.ReadRow;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipException;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.hadoop.fs.ChecksumException;

/**
 * The bytes of rows. The rows of a chunk are a frame of Zstandard, whose checksum detects damage;
 * frames that follow each other can be read as one.
 */
final class RowFile {
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 1;
  private static final int NULL = -1;

  private RowFile() {}

  /** Opens a frame. Closing it ends the frame and leaves {@code out} open. */
  static DataOutputStream frame(OutputStream out) throws IOException {
    OutputStream packed =
        new ZstdOutputStreamNoFinalizer(CloseShieldOutputStream.wrap(out), LEVEL).setChecksum(true);
    return new DataOutputStream(new BufferedOutputStream(packed, BUFFER));
  }

  /**
   * Returns what is wrong with a file that could not be read.
   *
   * @return null if the file is not at fault, but its reading
   */
  static String damage(IOException e) {
    boolean isDamaged =
        e instanceof ZstdIOException
            || e instanceof ZipException
            || e instanceof EOFException
            || e instanceof UTFDataFormatException
            || e instanceof ChecksumException
            || e instanceof FileNotFoundException;
    return isDamaged ? Objects.requireNonNullElse(e.getMessage(), "it ends early") : null;
  }

  /** Opens the frames of a stream that ends after them. */
  static DataInputStream frames(InputStream in) throws IOException {
    return new DataInputStream(new BufferedInputStream(new ZstdInputStreamNoFinalizer(in), BUFFER));
  }

  static void write(DataOutputStream out, InputRow row) throws IOException {
    SentencePair pair = row.pair();
    ReadRow.Fault fault = row.fault();
    out.writeBoolean(fault == null);
    out.writeLong(row.hash());
    write(out, pair.id());
    write(out, pair.group());
    write(out, pair.sentenceA());
    write(out, pair.sentenceB());
    write(out, pair.file());
    write(out, pair.annotation().sentenceA());
    write(out, pair.annotation().sentenceB());
    write(out, pair.annotation().mentions());
    if (fault != null) {
      write(out, fault.reason().name());
      write(out, fault.detail());
      write(out, fault.raw());
    }
  }

  /** Returns the next row; null at the end. */
  static InputRow read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    long hash = in.readLong();
    String id = string(in);
    String group = string(in);
    String a = string(in);
    String b = string(in);
    String file = string(in);
    Annotation annotation = new Annotation(string(in), string(in), string(in));
    ReadRow.Fault fault =
        first != 0
            ? null
            : new ReadRow.Fault(RejectReason.valueOf(string(in)), string(in), string(in));
    return new InputRow(new SentencePair(id, group, a, b, annotation, file), fault, hash);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String string(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NULL) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a row ends early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
