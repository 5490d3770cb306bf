package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.apache.spark.sql.AnalysisException;

/** Recognises faults of the user's files among the errors that Spark throws. */
public final class InputFault {
  private static final String GONE = "It is possible the underlying files have been updated";
  private static final String BRING_BACK = "; bring it back and --resume";
  private static final String FOOTER = "footer for file";
  private static final String READING = "Encountered error while reading file";

  private InputFault() {}

  /** Returns one line about what is wrong with the input; null if the error has another cause. */
  public static String of(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof UncheckedIOException) {
        return null;
      }
      String message = String.valueOf(t.getMessage());
      if (t instanceof AnalysisException) {
        return message;
      }
      if (isMissing(t) && message.contains(GONE)) {
        return firstLine(message) + BRING_BACK;
      }
      if (message.contains(FOOTER) || message.contains(READING)) {
        return firstLine(message) + because(t.getCause());
      }
      if (t instanceof EOFException
          || t instanceof ZipException
          || t instanceof DataFormatException
          || t instanceof CharConversionException
          || isDecompressor(t)) {
        return firstLine(message)
            + ": a file is truncated, or not of the format that its name says";
      }
    }
    return null;
  }

  /** Returns the exception for a file that cannot be read. */
  public static BadInputException reading(String file, IOException error) {
    String fault = isMissing(error) ? "it is not there" + BRING_BACK : of(error);
    return new BadInputException(
        "cannot read " + file + ": " + (fault == null ? error.getMessage() : fault), error);
  }

  private static boolean isMissing(Throwable t) {
    return t instanceof FileNotFoundException || t instanceof NoSuchFileException;
  }

  /**
   * Returns whether a decompressor of Hadoop threw the error. Hadoop's decompressors report damaged
   * data by a plain IOException.
   */
  private static boolean isDecompressor(Throwable t) {
    return t instanceof IOException
        && t.getStackTrace().length > 0
        && t.getStackTrace()[0].getClassName().startsWith("org.apache.hadoop.io.compress");
  }

  private static String because(Throwable cause) {
    return cause == null ? "" : ": " + firstLine(String.valueOf(cause.getMessage()));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }
}
