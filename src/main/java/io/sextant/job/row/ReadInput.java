package io.sextant.job.row;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.InputRequest;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows of the input, each read, cut and annotated once. Spark keeps them in the memory and on
 * the disks of the executors until this is closed; only the rows of an executor that is lost are
 * read again.
 */
public final class ReadInput implements AutoCloseable {
  private final PairReader reader;
  private final JavaRDD<ReadRow> read;
  private final InputSummary census;

  private ReadInput(PairReader reader, JavaRDD<ReadRow> read, InputSummary census) {
    this.reader = reader;
    this.read = read;
    this.census = census;
  }

  /**
   * Reads the input.
   *
   * @throws BadInputException if it cannot be read or has no rows
   */
  public static ReadInput of(InputRequest request, PrintStream out) {
    PairReader reader = new PairReader(request);
    if (reader.note() != null) {
      out.println(reader.note());
    }
    out.println("reading the input");
    request.spark().sparkContext().setJobDescription("sextant: read the input");
    JavaRDD<ReadRow> read = reader.read().persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      InputSummary census = reader.census(read);
      if (census.rows() == 0) {
        throw new BadInputException("there are no rows in " + request.settings().paths());
      }
      out.println(String.format(Locale.ROOT, "%,d rows read", census.rows()));
      return new ReadInput(reader, read, census);
    } catch (RuntimeException e) {
      read.unpersist();
      throw e;
    }
  }

  /** Returns the format or preset, as {@code run.json} records it. */
  public String format() {
    return reader.format();
  }

  /** Returns whether any row has a second sentence. */
  public boolean hasPairs() {
    return reader.hasPairs(read);
  }

  public InputSummary census() {
    return census;
  }

  public JavaRDD<InputRow> rows() {
    return reader.rows(read);
  }

  /** Returns the exception to throw for an error while rows were taken from here. */
  public RuntimeException explain(Exception e) {
    return reader.explain(e);
  }

  @Override
  public void close() {
    read.unpersist();
  }
}
