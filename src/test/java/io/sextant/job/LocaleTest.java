package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.layout.ModelLayouts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests locales with other digits and with special rules for upper and lower case. */
class LocaleTest extends SparkTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void tablesNamesAndFingerprintsAreThoseOfEveryLocale() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(80));
    SparkSession spark = session(TWO_CORES);
    try {
      String runId = run(spark, input, "root", Map.of("output.keep-chunks", true)).runId();
      String fingerprint = ModelLayouts.open(model()).fingerprint();
      for (String tag : new String[] {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "tr-TR"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(ModelLayouts.open(model()).fingerprint()).as(tag).isEqualTo(fingerprint);
        Map<String, Object> keep = Map.of("output.keep-chunks", true);
        assertThat(run(spark, input, tag, keep).runId()).as(tag).isEqualTo(runId);
        assertThat(tables(tag)).as(tag).isEqualTo(tables("root"));
        assertThat(folder.resolve(tag + "/_chunks/chunk-000000")).exists();
        assertThat(Files.exists(folder.resolve(tag + "/head_patterns/part-00000.zstd.parquet")))
            .as(tag)
            .isTrue();
      }
    } finally {
      spark.stop();
    }
  }
}
