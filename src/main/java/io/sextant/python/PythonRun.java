package io.sextant.python;

import io.sextant.ProfileOptions;
import io.sextant.Sextant;
import io.sextant.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A run that Python started, which asks again and again how far it is. */
public final class PythonRun {
  private final String group = "sextant-" + UUID.randomUUID();
  private final SparkSession spark;
  private final Lines lines = new Lines();
  private final Thread thread;
  private volatile long done;
  private volatile long total;
  private volatile String fault;

  private PythonRun(SparkSession spark, Dataset<Row> pairs, ProfileOptions options) {
    this.spark = spark;
    this.thread = new Thread(() -> profile(pairs, options), group);
    thread.setDaemon(true);
  }

  /**
   * Starts a run.
   *
   * @param pairs null for the input that the options name
   * @param options the options by their keys
   * @param file a HOCON file with more of them; null for none
   */
  public static PythonRun start(
      SparkSession spark, Dataset<Row> pairs, Map<String, Object> options, String file) {
    ProfileOptions given = ProfileOptions.of(options);
    PythonRun run = new PythonRun(spark, pairs, file == null ? given : given.file(Path.of(file)));
    run.thread.start();
    return run;
  }

  private void profile(Dataset<Row> pairs, ProfileOptions options) {
    try (PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8)) {
      spark.sparkContext().setJobGroup(group, "sextant", true);
      Sextant.profile(
          spark,
          pairs,
          options,
          out,
          (some, all) -> {
            done = some;
            total = all;
          });
    } catch (Throwable error) {
      fault = Cli.explain(error);
    }
  }

  /** Waits for the end, at most some milliseconds, and returns whether the run has ended. */
  public boolean hasEnded(long milliseconds) throws InterruptedException {
    thread.join(milliseconds);
    return !thread.isAlive();
  }

  /** Returns the number of pairs that are done. */
  public long done() {
    return done;
  }

  /** Returns the number of pairs that are to be profiled; 0 before it is known. */
  public long total() {
    return total;
  }

  /** Returns the lines about the progress since the last call. */
  public String news() {
    return lines.take();
  }

  /** Returns the one line of the error that ended the run; null for none. */
  public String fault() {
    return fault;
  }

  /** Stops the run, which can be resumed. */
  public void cancel() {
    spark.sparkContext().cancelJobGroup(group);
  }

  /** Text that is taken away by its reader. */
  private static final class Lines extends ByteArrayOutputStream {
    synchronized String take() {
      String text = toString(StandardCharsets.UTF_8);
      reset();
      return text;
    }
  }
}
