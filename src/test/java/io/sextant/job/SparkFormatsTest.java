package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Profiles files of formats that Spark reads with a package, and tables of Spark's own catalog: the
 * tables have the bytes of a run on a TSV file.
 */
class SparkFormatsTest extends SparkTest {
  private static final Map<String, Object> ID = Map.of("input.id", "id");

  private Path tsv;

  @BeforeEach
  void corpus() {
    tsv = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
  }

  @Test
  void filesOfAvroAndTablesOfSparksOwnCatalogAreRead() throws IOException {
    try (SparkSession spark = session(Map.of())) {
      String avro = folder.resolve("avro").toString();
      pairs(spark).write().format("avro").save(avro);
      run(spark, Path.of(avro), "of-avro", Map.of("input.id", "id", "input.format", "avro"));
      assertThat(tables("of-avro")).isEqualTo(expected(spark));

      spark.sql("create database corpora");
      pairs(spark).write().saveAsTable("corpora.pairs");
      for (String name : List.of("corpora.pairs", "spark_catalog.corpora.pairs")) {
        run(spark, Path.of("table:" + name), name, ID);
        assertThat(tables(name)).as(name).isEqualTo(expected(spark));
      }
      spark.sql("drop database corpora cascade");
    }
  }

  @Test
  void deltaIsReadFromAFolderAsATableAndAsItStoodBefore() throws IOException {
    Map<String, String> delta =
        Map.of(
            "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    String files = folder.resolve("delta").toString();
    try (SparkSession spark = session(delta)) {
      pairs(spark).limit(10).write().format("delta").save(files);
      pairs(spark).write().format("delta").mode("overwrite").save(files);
      // The folder also holds the files of the rows that were replaced.
      run(spark, Path.of(files), "folder", Map.of("input.id", "id", "input.format", "delta"));
      assertThat(tables("folder")).isEqualTo(expected(spark));
      run(spark, Path.of("table:delta.`" + files + "`"), "path", ID);
      assertThat(tables("path")).isEqualTo(expected(spark));
      pairs(spark).write().format("delta").saveAsTable("deltas");
      run(spark, Path.of("table:deltas"), "table", ID);
      assertThat(tables("table")).isEqualTo(expected(spark));
      spark.sql("drop table deltas");
    }
    try (SparkSession spark = session(Map.of())) {
      Map<String, Object> asDelta = Map.of("input.id", "id", "input.format", "delta");
      assertThatThrownBy(() -> run(spark, Path.of(files), "plain", asDelta))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("--conf spark.sql.extensions=")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void aCatalogWhoseClassIsMissingIsRefused() throws IOException {
    try (SparkSession spark = session(Map.of("spark.sql.catalog.lake", "no.such.Catalog"))) {
      assertThatThrownBy(() -> run(spark, Path.of("table:lake.db.pairs"), "refused", ID))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("cannot read table:lake.db.pairs")
          .hasMessageContaining("no.such.Catalog");
    }
  }

  private Map<String, String> expected(SparkSession spark) {
    if (tables("file").isEmpty()) {
      run(spark, tsv, "file", ID);
    }
    return tables("file");
  }

  private Dataset<Row> pairs(SparkSession spark) {
    return spark.read().option("sep", "\t").option("header", true).csv(tsv.toString());
  }

  /** Opens a session whose tables lie in the test's folder. */
  private SparkSession session(Map<String, String> settings) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master(TWO_CORES)
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }
}
