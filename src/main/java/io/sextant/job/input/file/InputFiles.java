package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens files of the input: decompresses them, checks their kind and decodes them strictly. */
public final class InputFiles {
  private static final int HEAD = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Extensions of compressed files for which Hadoop has no codec. */
  private static final Set<String> UNREADABLE =
      Set.of("xz", "7z", "zip", "rar", "lzma", "tgz", "tar");

  private InputFiles() {}

  /**
   * Opens the text of a file, without its byte-order mark.
   *
   * @param given the encoding if there is no byte-order mark; null for UTF-8
   * @throws BadInputException if the file is not of the format
   */
  public static BufferedReader open(
      String file, InputFormat format, Charset given, Configuration hadoop) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream(file, hadoop), HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    FileKind.check(file, head, format);
    Charset charset = Encoding.of(file, head, given);
    BufferedReader reader = new BufferedReader(StrictText.reader(in, charset), HEAD);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Returns the first 64 KiB of a file after decompression; all of it if it is shorter. */
  public static byte[] head(String file, Configuration hadoop) {
    try (InputStream in = stream(file, hadoop)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
  }

  private static InputStream stream(String file, Configuration hadoop) throws IOException {
    Path path = new Path(file);
    InputStream in = open(path, hadoop);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    return codec == null ? in : codec.createInputStream(in);
  }

  private static InputStream open(Path path, Configuration hadoop) throws IOException {
    try {
      return path.getFileSystem(hadoop).open(path);
    } catch (IllegalArgumentException e) {
      // Hadoop cannot build the path of the file's checksum, whose name has a colon too.
      throw new BadInputException(
          "cannot read "
              + path
              + ": Hadoop opens no local file with a colon in its name: rename it",
          e);
    }
  }

  /**
   * Refuses a compression that would otherwise be read as text, or fail in a task.
   *
   * @throws BadInputException if Hadoop cannot decompress the file
   */
  public static void checkCompression(String file, Configuration hadoop) {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(new Path(file));
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean isUnknown = codec == null && UNREADABLE.contains(ending);
    if (isUnknown || (codec != null && !isUsable(codec))) {
      throw new BadInputException(
          file + " is compressed in a way that this Hadoop cannot read: give it as .gz or .bz2");
    }
  }

  private static boolean isUsable(CompressionCodec codec) {
    try {
      codec.createDecompressor();
      return true;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }
}
