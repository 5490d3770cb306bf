package io.sextant.python;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** A job that Python started, which asks again and again how far it is. */
public final class PythonRun {
  private final String group = "sextant-" + UUID.randomUUID();
  private final SparkSession spark;
  private final Lines lines = new Lines();
  private final Thread thread;
  private volatile long done;
  private volatile long total;
  private volatile String result;
  private volatile String fault;

  private PythonRun(SparkSession spark, Work work) {
    this.spark = spark;
    this.thread = new Thread(() -> run(work), group);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts a run.
   *
   * @param pairs null for the input that the options name
   * @param options the options by their keys
   * @param file a HOCON file with more of them; null for none
   */
  public static PythonRun profile(
      SparkSession spark, Dataset<Row> pairs, Map<String, Object> options, String file) {
    ProfileOptions given = options(options, file);
    return new PythonRun(
        spark, (run, out) -> Sextant.profile(spark, pairs, given, out, run::progress).folder());
  }

  /** Starts an estimate of a run, whose parameters are those of a run; its result is JSON. */
  public static PythonRun dryRun(
      SparkSession spark, Dataset<Row> pairs, Map<String, Object> options, String file) {
    ProfileOptions given = options(options, file);
    return new PythonRun(
        spark,
        (run, out) ->
            new ObjectMapper().writeValueAsString(Sextant.dryRun(spark, pairs, given, out)));
  }

  /**
   * Starts to measure the effects of heads.
   *
   * @param pairs the run's pairs; null to read them from where the run read them
   * @param folder the run's folder
   * @param settings those that differ from the run's, by their keys
   */
  public static PythonRun effects(
      SparkSession spark, Dataset<Row> pairs, String folder, Map<String, Object> settings) {
    Map<String, Object> given = Map.copyOf(settings);
    return new PythonRun(
        spark,
        (run, out) -> {
          Sextant.open(spark, folder).effects(pairs, given, out);
          return folder;
        });
  }

  private static ProfileOptions options(Map<String, Object> options, String file) {
    ProfileOptions given = ProfileOptions.of(options);
    return file == null ? given : given.file(Path.of(file));
  }

  private void run(Work work) {
    try (PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8)) {
      spark.sparkContext().setJobGroup(group, "sextant", true);
      result = work.run(this, out);
    } catch (Throwable error) {
      fault = Cli.explain(error);
    }
  }

  private void progress(long some, long all) {
    done = some;
    total = all;
  }

  /** Waits for the end, at most some milliseconds, and returns whether the job has ended. */
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

  /** Returns the run's folder, or the JSON text of an estimate; null before the end. */
  public String result() {
    return result;
  }

  /** Returns the one line of the error that ended the job; null for none. */
  public String fault() {
    return fault;
  }

  /**
   * Cancels the Spark jobs that are running now. Whoever wants the end calls this again until
   * {@link #hasEnded}, because the driver may be between two of them.
   */
  public void cancel() {
    spark.sparkContext().cancelJobGroup(group);
  }

  /** What a job does; it returns the result. */
  private interface Work {
    String run(PythonRun run, PrintStream out) throws Exception;
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
