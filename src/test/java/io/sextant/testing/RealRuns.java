package io.sextant.testing;

import io.sextant.config.SettingsLoader;
import io.sextant.job.ProfileJob;
import io.sextant.table.RunDirectory;
import io.sextant.text.SentencePair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Runs of BERT-Base over real sentence pairs, below target/, each computed once per JVM on first
 * use.
 */
public final class RealRuns {
  public static final int PAIRS = 200;
  private static final int LONGEST = 180;

  private RealRuns() {}

  /** Returns a run over {@link #PAIRS} pairs of Europarl. */
  public static RunDirectory first() {
    return First.RUN;
  }

  /**
   * Returns a run over 40 other pairs; its threshold for labels is lowered, because they are too
   * few for the default.
   */
  public static RunDirectory second() {
    return Second.RUN;
  }

  private static RunDirectory make(String name, int skip, int pairs) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "real-runs").toAbsolutePath());
      Path input = Files.writeString(folder.resolve(name + ".tsv"), tsv(skip, pairs));
      String output = folder.resolve(name).toString();
      Map<String, Object> settings =
          Map.of(
              "model",
              RealModel.path().toString(),
              "input.paths",
              List.of(input.toString()),
              "input.id",
              "id",
              "output.path",
              output,
              "output.existing",
              "overwrite",
              "pair-scores",
              true,
              "exemplars.per-head",
              1,
              "grades.min-pairs",
              pairs,
              "grades.min-queries",
              1000);
      try (SparkSession spark =
          SparkSession.builder()
              .master("local[2]")
              .config("spark.ui.enabled", false)
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.driver.host", "127.0.0.1")
              .getOrCreate()) {
        PrintStream progress =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new ProfileJob(spark, SettingsLoader.load(null, settings), progress).run();
      }
      return RunDirectory.at(output, new Configuration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tsv(int skip, int pairs) {
    return Europarl.pairs().stream()
        .filter(pair -> pair.sentenceA().length() + pair.sentenceB().length() < LONGEST)
        .skip(skip)
        .limit(pairs)
        .map(RealRuns::line)
        .collect(Collectors.joining("\n", "id\tsentence_a\tsentence_b\n", "\n"));
  }

  private static String line(SentencePair pair) {
    return pair.id() + "\t" + pair.sentenceA() + "\t" + pair.sentenceB();
  }

  private static final class First {
    static final RunDirectory RUN = make("first", 0, PAIRS);
  }

  private static final class Second {
    static final RunDirectory RUN = make("second", PAIRS, 40);
  }
}
