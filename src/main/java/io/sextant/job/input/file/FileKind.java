package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of files, recognised by their first bytes, that a user may take for a table or a text. */
public enum FileKind {
  LFS_POINTER("is a Git LFS pointer, not the file: run git lfs pull", "version https://git-lfs"),
  HTML("is an HTML page, not the data: download the file itself", "<!doctype html", "<html"),
  GZIP("is compressed by gzip: give it a name that ends in .gz", "\u001f\u008b"),
  BZIP2("is compressed by bzip2: give it a name that ends in .bz2", "BZh1AY", "BZh9", "BZh6"),
  ZSTD("is compressed by zstd: give it a name that ends in .zst", "(\u00b5/\u00fd"),
  XZ("is compressed by xz: give it as .gz or .bz2", "\u00fd7zXZ"),
  ZIP("is a zip archive, or a spreadsheet: unpack it, or save it as CSV", "PK\u0003\u0004"),
  SEVEN_ZIP("is a 7z archive: unpack it", "7z\u00bc\u00af"),
  PARQUET("is a Parquet file: --format parquet", "PAR1"),
  ARROW("is an Arrow file: save it as Parquet", "ARROW1", "\u00ff\u00ff\u00ff\u00ff"),
  AVRO("is an Avro file: save it as Parquet", "Obj\u0001"),
  SQLITE("is an SQLite database: save its table as CSV", "SQLite format 3"),
  PDF("is a PDF: save its text as .txt", "%PDF-"),
  PICKLE("is a Python pickle: save it as Parquet", "\u0080\u0003", "\u0080\u0004", "\u0080\u0005"),
  TAR("is a tar archive: unpack it");

  private static final int TAR_MAGIC = 257;

  private final String sentence;
  private final List<String> beginnings;

  FileKind(String sentence, String... beginnings) {
    this.sentence = sentence;
    this.beginnings = List.of(beginnings);
  }

  /**
   * Refuses a file that is neither text nor of its format.
   *
   * @param head the first bytes of the file, uncompressed
   * @throws BadInputException if it is of another kind; the message names the kind and what to do
   */
  public static void check(String file, byte[] head, InputFormat format) {
    for (FileKind kind : values()) {
      boolean isMeant = kind == PARQUET && format == InputFormat.PARQUET;
      if (!isMeant && kind.begins(head)) {
        throw new BadInputException(file + " " + kind.sentence);
      }
    }
    if (format == InputFormat.PARQUET && !PARQUET.begins(head)) {
      throw new BadInputException("cannot read " + file + ": it is not a Parquet file");
    }
  }

  private boolean begins(byte[] head) {
    if (this == TAR) {
      return head.length > TAR_MAGIC + 5
          && text(Arrays.copyOfRange(head, TAR_MAGIC, TAR_MAGIC + 5)).equals("ustar");
    }
    String text = text(Arrays.copyOf(head, Math.min(head.length, 64)));
    if (this == HTML) {
      String stripped = text.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
      return beginnings.stream().anyMatch(stripped::startsWith);
    }
    return beginnings.stream().anyMatch(text::startsWith);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
