package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.job.folder.Places;
import io.sextant.job.input.InputRequest;
import io.sextant.job.input.InputSource;
import io.sextant.job.row.InputSummary;
import io.sextant.job.row.ReadInput;
import io.sextant.job.run.Run;
import io.sextant.job.stage.StagingStage;
import io.sextant.job.staged.StagedRows;
import io.sextant.table.RunManifest;
import java.io.PrintStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where a run has its rows from: the files that an earlier process staged, or else the input. The
 * input is read before the run's folder is changed, and staged when the folder is the run's.
 */
final class RowSource implements AutoCloseable {
  private final InputRequest request;
  private final String output;
  private final PrintStream out;
  private StagedRows staged;
  private ReadInput input;

  /**
   * Takes the rows that are staged, or reads the input.
   *
   * @param output the run's folder
   * @param staged null to read the input
   * @throws BadInputException if the input cannot be read or has no rows
   */
  RowSource(InputRequest request, String output, PrintStream out, StagedRows staged) {
    this.request = request;
    this.output = output;
    this.out = out;
    this.staged = staged;
    if (staged == null) {
      input = read();
    }
  }

  private ReadInput read() {
    Configuration hadoop = request.spark().sparkContext().hadoopConfiguration();
    Places places = new Places(output, hadoop);
    InputSource.of(request.settings(), hadoop).addresses().forEach(places::refuseInputFile);
    return ReadInput.of(request, out);
  }

  InputSummary census() {
    return input == null ? staged.census() : input.census();
  }

  /** Returns whether the input has pairs; false if it is not read, but was staged before. */
  boolean hasPairs() {
    return input != null && input.hasPairs();
  }

  /**
   * Returns the format or preset of the input.
   *
   * @param before the run that is resumed; null for a new one
   */
  String format(RunManifest before) {
    return input == null ? before.input().format() : input.format();
  }

  /**
   * Stages the rows, unless they are already, and gives up what was read. Staged rows that are
   * damaged are replaced from the input.
   *
   * @throws BadInputException if the rows of the input are not those of the run
   */
  StagedRows stage(Run run) {
    long start = System.nanoTime();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(request.spark().sparkContext());
    if (staged == null) {
      staged = StagedRows.find(run.directory(), run.task().target().identity());
    }
    if (staged != null) {
      context.setJobDescription("sextant: check the staged rows");
      String damage = staged.damage(context);
      if (damage == null) {
        close();
        out.println("taking the rows that were staged");
        return staged;
      }
      out.println("the staged rows are damaged, and the input is read again: " + damage);
      StagedRows.delete(run.directory());
    }
    if (input == null) {
      input = read();
    }
    try {
      staged = new StagingStage(context, run).run(input.rows());
    } catch (Exception e) {
      throw input.explain(e);
    }
    close();
    run.record().took("staging", start);
    return staged;
  }

  /** Gives up what was read. */
  @Override
  public void close() {
    if (input != null) {
      input.close();
      input = null;
    }
  }
}
