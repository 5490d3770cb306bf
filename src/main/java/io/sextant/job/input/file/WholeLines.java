package io.sextant.job.input.file;

import io.sextant.job.input.file.Lines.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import org.apache.spark.util.SerializableConfiguration;

/** Reads all lines of a file in one task. */
final class WholeLines extends ReadingIterator<Line> {
  private final String file;
  private final BufferedReader in;
  private final char lineBreak;
  private boolean isFirst = true;

  WholeLines(
      String file,
      InputFormat format,
      Charset charset,
      char lineBreak,
      SerializableConfiguration hadoop) {
    this.file = file;
    this.lineBreak = lineBreak;
    try {
      this.in = InputFiles.open(file, format, charset, hadoop.value());
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
  }

  @Override
  protected Line read() {
    String text = text();
    Line line = text == null ? null : new Line(file, isFirst, text);
    isFirst = false;
    return line;
  }

  private String text() {
    try {
      StringBuilder line = new StringBuilder();
      int c = in.read();
      if (c < 0) {
        in.close();
        return null;
      }
      for (; c >= 0 && c != lineBreak; c = in.read()) {
        line.append((char) c);
      }
      int last = line.length() - 1;
      if (last >= 0 && line.charAt(last) == '\r') {
        line.setLength(last);
      }
      return line.toString();
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
  }
}
