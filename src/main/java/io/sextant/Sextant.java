package io.sextant;

import io.sextant.bert.BertModel;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.Checkpoints;
import io.sextant.job.ProfileJob;
import io.sextant.report.PairReport;
import io.sextant.table.RunDirectory;
import io.sextant.view.EncoderPass;
import io.sextant.view.ViewedPair;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Sextant in a program: profiles the heads of a model, opens runs, and draws one pair. This class,
 * {@link Profile} and {@link ProfileOptions} are the public API, with the records of {@code
 * io.sextant.table.row}, their {@link io.sextant.math.Interval}, and the exceptions of {@code
 * io.sextant.fault}; everything else may change with any version.
 *
 * <p>Every method throws {@link BadInputException} if a setting, the input, the model or a folder
 * cannot be used. Its message is one line that says what to do.
 */
public final class Sextant {
  private static final String SERIALIZER = "spark.serializer";

  private Sextant() {}

  /**
   * Profiles a model over the rows of a Dataset, in the Dataset's own session. Lines about the
   * progress go to standard output.
   *
   * @param pairs a row a pair, with two columns of text, or one; other columns are ignored
   */
  public static Profile profile(Dataset<Row> pairs, ProfileOptions options) {
    ProfileSettings settings = options.ofDataset().settings();
    return run(
        job(pairs.sparkSession(), settings, System.out).reading(pairs),
        pairs.sparkSession(),
        settings);
  }

  /** Profiles a model over the input that the options name by {@code input.paths}. */
  public static Profile profile(SparkSession spark, ProfileOptions options) {
    ProfileSettings settings = options.settings();
    return run(job(spark, settings, System.out), spark, settings);
  }

  /**
   * Profiles a model as the other methods do, and shows the progress elsewhere.
   *
   * @param pairs null for the input that the options name
   * @param out takes lines about what is done
   * @param progress takes the numbers of pairs that are done, and of all, whenever there is news
   */
  public static Profile profile(
      SparkSession spark,
      Dataset<Row> pairs,
      ProfileOptions options,
      PrintStream out,
      BiConsumer<Long, Long> progress) {
    ProfileSettings settings = (pairs == null ? options : options.ofDataset()).settings();
    ProfileJob job = job(spark, settings, out).showing(progress);
    return run(pairs == null ? job : job.reading(pairs), spark, settings);
  }

  /**
   * Estimates what {@link #profile} would take. The whole input is read and some of its pairs are
   * profiled; nothing is written but to a temporary folder, which is deleted.
   *
   * @param pairs null for the input that the options name
   * @param out takes lines about what is done
   */
  public static RunEstimate dryRun(
      SparkSession spark, Dataset<Row> pairs, ProfileOptions options, PrintStream out) {
    ProfileSettings settings = (pairs == null ? options : options.ofDataset()).settings();
    ProfileJob job = job(spark, settings, out);
    return RunEstimate.of((pairs == null ? job : job.reading(pairs)).estimate(0));
  }

  private static Profile run(ProfileJob job, SparkSession spark, ProfileSettings settings) {
    job.run();
    return open(spark, settings.output().path());
  }

  private static ProfileJob job(SparkSession spark, ProfileSettings settings, PrintStream out) {
    String serializer = spark.sparkContext().conf().get(SERIALIZER, "Java");
    if (serializer.contains("Kryo")) {
      throw new BadInputException(
          "this session has "
              + SERIALIZER
              + "="
              + serializer
              + ", which cannot send Sextant's tasks: start a session without it");
    }
    return new ProfileJob(spark, settings, out);
  }

  /** Opens the run in a folder, on any Hadoop file system. */
  public static Profile open(SparkSession spark, String folder) {
    RunDirectory directory = RunDirectory.at(folder, spark.sparkContext().hadoopConfiguration());
    directory.readableManifest();
    return new Profile(spark, directory);
  }

  /**
   * Draws how every head of a model attends in one pair, as a page that needs no other file.
   *
   * @param model as for {@link ProfileOptions#of(String, String)}
   * @param sentences one sentence, or two
   * @param page the file to write
   */
  public static void view(String model, List<String> sentences, Path page) {
    ViewedPair.check(sentences);
    BertModel opened = Checkpoints.open(model, new Configuration());
    PairReport.writePage(EncoderPass.run(opened, ViewedPair.encode(opened, sentences)), page);
  }
}
