package io.sextant.job.input.file;

import io.sextant.job.input.file.Lines.Line;
import java.io.IOException;
import java.nio.charset.Charset;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Iterates over the lines that begin in a part of a file, while reading it. */
final class SplitLines extends ReadingIterator<Line> {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final FilePart part;
  private final Charset charset;
  private final LineRecordReader lines;
  private boolean isFirst;

  /**
   * Opens the file.
   *
   * @param lineBreak the last character of a line; a carriage return before it is left out
   */
  SplitLines(FilePart part, Charset charset, char lineBreak, SerializableConfiguration hadoop) {
    this.part = part;
    this.charset = charset;
    lines = new LineRecordReader(new byte[] {(byte) lineBreak});
    isFirst = part.start() == 0;
    FileSplit split =
        new FileSplit(new Path(part.file()), part.start(), part.length(), new String[0]);
    try {
      lines.initialize(split, new TaskAttemptContextImpl(hadoop.value(), new TaskAttemptID()));
    } catch (IOException e) {
      throw InputFault.reading(part.file(), e);
    }
    if (TaskContext.get() != null) {
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
    }
  }

  @Override
  protected Line read() {
    try {
      if (!lines.nextKeyValue()) {
        close();
        return null;
      }
      Line line = line(lines.getCurrentValue());
      isFirst = false;
      return line;
    } catch (IOException e) {
      throw InputFault.reading(part.file(), e);
    }
  }

  private Line line(Text value) {
    byte[] bytes = value.getBytes();
    int length = value.getLength();
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    String text = StrictText.decode(bytes, length, charset);
    boolean isMarked = isFirst && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new Line(part.file(), isFirst, isMarked ? text.substring(1) : text);
  }

  private void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw InputFault.reading(part.file(), e);
    }
  }
}
