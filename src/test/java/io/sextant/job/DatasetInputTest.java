package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.Profile;
import io.sextant.ProfileOptions;
import io.sextant.Sextant;
import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.PairReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Profiles rows that Spark reads, through the public API and as the command line names them. */
class DatasetInputTest extends SparkTest {
  private static final int PAIRS = 40;

  private Path corpus() {
    return Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
  }

  private static Dataset<Row> read(SparkSession spark, Path tsv) {
    return spark.read().option("sep", "\t").option("header", true).csv(tsv.toString());
  }

  private ProfileOptions options(String output) {
    return ProfileOptions.of(model().toString(), folder.resolve(output).toString())
        .id("id")
        .option("grades.min-pairs", 20)
        .option("grades.min-queries", 20);
  }

  @Test
  void rowsHaveTheSameTablesWhereverTheyComeFrom() {
    Path tsv = corpus();
    SparkSession spark = session(TWO_CORES);
    try {
      run(spark, tsv, "file", Map.of("input.id", "id"));
      Map<String, String> expected = tables("file");
      Dataset<Row> pairs = read(spark, tsv);

      Profile profile = Sextant.profile(pairs, options("dataset"));
      assertThat(tables("dataset")).isEqualTo(expected);
      assertThat(profile.tables())
          .contains("head_patterns", "catalogue")
          .doesNotContain("pair_scores");
      assertThat(profile)
          .hasToString("Profile(%s: tiny, %d pairs, succeeded)".formatted(profile.folder(), PAIRS));
      assertThat(profile.headPatterns().count()).isEqualTo(profile.headPatternRows().size());
      assertThat(Path.of(profile.report())).isNotEmptyFile();
      assertThatThrownBy(() -> profile.table("head_pattern"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("head_patterns");

      pairs.createOrReplaceTempView("pairs");
      run(spark, Path.of("table:pairs"), "table", Map.of("input.id", "id"));
      assertThat(tables("table")).isEqualTo(expected);

      Path orc = folder.resolve("orc");
      pairs.write().orc(orc.toString());
      run(spark, orc, "orc-run", Map.of("input.id", "id", "input.format", "orc"));
      assertThat(tables("orc-run")).isEqualTo(expected);
      assertThat(Sextant.open(spark, folder.resolve("orc-run").toString()).id())
          .isEqualTo(profile.id());
    } finally {
      spark.stop();
    }
  }

  @Test
  void aDatasetThatChangedIsNotTakenForTheOneThatWasStaged() {
    Path tsv = corpus();
    SparkSession spark = session(TWO_CORES);
    try {
      Dataset<Row> pairs = read(spark, tsv);
      ProfileOptions first = options("run").option("max-chunks", 1);
      assertThatThrownBy(() -> Sextant.profile(pairs, first)).hasMessageContaining("resume");
      ProfileOptions resumed = options("run").option("output.existing", "resume");
      assertThatThrownBy(() -> Sextant.profile(pairs.limit(PAIRS - 1), resumed))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("input");
      assertThat(Sextant.profile(pairs, resumed).headPatternRows()).isNotEmpty();
    } finally {
      spark.stop();
    }
  }

  @Test
  void namesOfColumnsAreExactAndFieldsAreReached() {
    SparkSession spark = session(TWO_CORES);
    try {
      Dataset<Row> pairs =
          read(spark, corpus())
              .select(
                  functions.col("sentence_a").as("Text"),
                  functions.lit(1).as("text"),
                  functions.struct(functions.col("sentence_b").as("en")).as("translation"));
      assertThat(sentences(pairs, "Text", "translation.en")).contains(" / cat sat was");
      assertThatThrownBy(() -> sentences(pairs, "TEXT", "translation.en"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("has no column 'TEXT'");
      assertThatThrownBy(() -> sentences(pairs, "Text", "translation"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("of type struct<en:string>, not text");
    } finally {
      spark.stop();
    }
  }

  private String sentences(Dataset<Row> pairs, String a, String b) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("input.paths", List.of("dataset:pairs"));
    settings.put("model", "none");
    settings.put("output.path", "none");
    settings.put("input.sentence-a", a);
    settings.put("input.sentence-b", b);
    PairReader reader =
        new PairReader(
            new InputRequest(
                pairs.sparkSession(), SettingsLoader.load(null, settings).input(), pairs));
    InputRow first = reader.rows(reader.read()).first();
    return first.sentenceA() + " / " + first.sentenceB();
  }

  @Test
  void whatCannotBeReadIsToldOf() {
    SparkSession spark = session(TWO_CORES);
    try {
      assertRefused(spark, Path.of("table:none.such"), Map.of(), "cannot read table:none.such");
      assertRefused(spark, Path.of("dataset:pairs"), Map.of(), "name files, or table:NAME");
      assertRefused(
          spark, Path.of("table:pairs"), Map.of("input.format", "csv"), "--format has no meaning");
      assertRefused(spark, corpus(), Map.of("input.format", "hudi"), "unknown format 'hudi'");
      assertRefused(
          spark, folder.resolve("no.orc"), Map.of("input.format", "orc"), "does not exist");
      assertThat(Files.exists(folder.resolve("refused"))).isFalse();
    } finally {
      spark.stop();
    }
  }

  private void assertRefused(
      SparkSession spark, Path input, Map<String, Object> flags, String message) {
    assertThatThrownBy(() -> run(spark, input, "refused", flags))
        .satisfiesAnyOf(
            error -> assertThat(error).isInstanceOf(BadInputException.class),
            error -> assertThat(error).isInstanceOf(UsageException.class))
        .hasMessageContaining(message);
  }
}
