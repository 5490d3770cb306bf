package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.export.RunTables;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Reads pairs from Iceberg's tables and exports runs to them. */
class CatalogTest extends SparkTest {
  private static final int PAIRS = 40;

  private SparkSession iceberg() {
    return SparkSession.builder()
        .master(TWO_CORES)
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.catalog.ice", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.ice.type", "hadoop")
        .config("spark.sql.catalog.ice.warehouse", folder.resolve("ice").toString())
        .getOrCreate();
  }

  @Test
  void pairsComeFromAnIcebergTableAndRunsGoToIcebergTables() {
    Path tsv = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    SparkSession spark = iceberg();
    try {
      run(spark, tsv, "file", Map.of("input.id", "id"));
      spark
          .read()
          .option("sep", "\t")
          .option("header", true)
          .csv(tsv.toString())
          .writeTo("ice.db.pairs")
          .createOrReplace();
      run(spark, Path.of("table:ice.db.pairs"), "table", Map.of("input.id", "id"));
      assertThat(tables("table")).isEqualTo(tables("file"));

      run(spark, tsv, "words", Map.of("input.id", "id", "units", List.of("token", "word")));
      SparkCatalog catalog = SparkCatalog.open(spark, "table:ice.runs");
      long first = catalog.put(tables(spark, "file"));
      long second = catalog.put(tables(spark, "words"));
      // Exported again, a run replaces its own rows, and only those.
      assertThat(catalog.put(tables(spark, "file"))).isEqualTo(first);
      assertThat(count(spark, "head_patterns"))
          .isEqualTo(rows(spark, "file") + rows(spark, "words"));
      assertThat(count(spark, "runs")).isEqualTo(2);
      assertThat(second).isPositive();

      spark.sql("alter table ice.runs.head_patterns drop column lift");
      assertThatThrownBy(() -> catalog.put(tables(spark, "file")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("lacks the columns [lift]");
    } finally {
      spark.stop();
    }
  }

  @Test
  void aCatalogThatIsForgottenIsRefused() {
    SparkSession spark = session(TWO_CORES);
    try {
      assertThatThrownBy(() -> SparkCatalog.open(spark, "table:db"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("would forget the tables");
    } finally {
      spark.stop();
    }
  }

  private RunTables tables(SparkSession spark, String run) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    return new RunTables(RunDirectory.at(folder.resolve(run).toString(), hadoop));
  }

  private long rows(SparkSession spark, String run) {
    return spark.read().parquet(folder.resolve(run).resolve("head_patterns").toString()).count();
  }

  private static long count(SparkSession spark, String table) {
    return spark.table("ice.runs." + table).count();
  }
}
