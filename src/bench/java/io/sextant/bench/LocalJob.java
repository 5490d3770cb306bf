package io.sextant.bench;

import io.sextant.config.SettingsLoader;
import io.sextant.job.ProfileJob;
import io.sextant.table.RunManifest;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Runs {@code profile} on local[2] with all default statistics. */
final class LocalJob implements AutoCloseable {
  private final SparkSession spark;
  private final Path model;
  private final String precision;
  private final Path work;

  LocalJob(Path model, String precision, Path work) {
    this.model = model;
    this.precision = precision;
    this.work = work;
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.log.level", "WARN")
            .getOrCreate();
  }

  /** Writes an input of pairs, each with its own id. */
  Path write(Stream<SentencePair> pairs) throws IOException {
    Path file = work.resolve("pairs.tsv");
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write("id\tsentence_a\tsentence_b\n");
      int id = 0;
      for (Iterator<SentencePair> rows = pairs.iterator(); rows.hasNext(); ) {
        SentencePair pair = rows.next();
        text.write("pair-" + id++ + "\t" + pair.sentenceA() + "\t" + pair.sentenceB() + "\n");
      }
    }
    return file;
  }

  /**
   * Runs the job and returns the wall seconds of each stage; {@code chunks} runs the model over all
   * pairs.
   */
  Map<String, Double> run(Path input) {
    RunManifest run = profile(Map.of("input.paths", List.of(input.toString()), "input.id", "id"));
    if (run.counts().profiled() != run.counts().in()) {
      throw new IllegalStateException("not all pairs were profiled: " + run.counts());
    }
    return run.stages();
  }

  /** Runs the job over an input. */
  RunManifest profile(Map<String, Object> input) {
    Map<String, Object> settings = new HashMap<>(input);
    settings.put("model", model.toString());
    settings.put("output.path", work.resolve("run").toString());
    settings.put("output.existing", "overwrite");
    settings.put("attention.precision", precision);
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    return new ProfileJob(spark, SettingsLoader.load(null, settings), quiet).run();
  }

  SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
