package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Text files that have the same format, encoding and line break.
 *
 * @param lineBreak the last character of a line: a line feed, or a carriage return in files of
 *     classic Mac OS
 */
public record TextFiles(
    List<InputFile> files, InputFormat format, Charset charset, char lineBreak) {
  /**
   * Groups files by encoding and line break, which are recognised from the beginning of each file.
   * Empty files are left out.
   *
   * @param given the encoding of files without a byte-order mark; null for UTF-8
   * @throws BadInputException if a file is not text, or all files are empty
   */
  public static List<TextFiles> of(
      List<InputFile> files, InputFormat format, Charset given, Configuration hadoop) {
    List<TextFiles> heads =
        files.parallelStream().map(file -> of(file, format, given, hadoop)).toList();
    Map<TextFiles, List<InputFile>> kinds = new LinkedHashMap<>();
    for (TextFiles head : heads) {
      if (head != null) {
        TextFiles kind = new TextFiles(List.of(), format, head.charset, head.lineBreak);
        kinds.computeIfAbsent(kind, none -> new ArrayList<>()).addAll(head.files);
      }
    }
    if (kinds.isEmpty()) {
      throw new BadInputException(files.get(0).address() + " is empty: it has no rows");
    }
    List<TextFiles> parted = new ArrayList<>();
    kinds.forEach((kind, same) -> parted.add(kind.with(same)));
    return parted;
  }

  private static TextFiles of(
      InputFile file, InputFormat format, Charset given, Configuration hadoop) {
    byte[] head = InputFiles.head(file.address(), hadoop);
    if (head.length == 0) {
      return null;
    }
    FileKind.check(file.address(), head, format);
    Charset charset = Encoding.of(file.address(), head, given);
    if (format == InputFormat.JSONL || format == InputFormat.MENTIONS) {
      ContentHint.checkJsonLines(file.address(), StrictText.decode(head, head.length, charset));
    }
    return new TextFiles(List.of(file), format, charset, lineBreak(head));
  }

  private static char lineBreak(byte[] head) {
    boolean hasReturns = false;
    for (byte b : head) {
      if (b == '\n') {
        return '\n';
      }
      hasReturns |= b == '\r';
    }
    return hasReturns ? '\r' : '\n';
  }

  public TextFiles with(List<InputFile> others) {
    return new TextFiles(List.copyOf(others), format, charset, lineBreak);
  }

  public List<String> addresses() {
    return files.stream().map(InputFile::address).toList();
  }

  /** Returns the number of tasks to read the files with, when one task reads a whole file. */
  public int tasks(JavaSparkContext context) {
    return Math.min(files.size(), 16 * context.defaultParallelism());
  }
}
