package io.sextant.job.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.config.SettingsLoader;
import io.sextant.job.Corpus;
import io.sextant.job.SparkTest;
import io.sextant.job.input.InputRequest;
import io.sextant.table.row.RejectReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    spark = SparkTest.session("local[2]");
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void blankLinesAreNoDocuments() {
    Corpus.write(
        folder.resolve("lines.txt"),
        "The cat sat. A dog ran.\n\nHe ran. She sat.\r\n \u00A0\n\u3000\nOne sentence.\n");
    assertThat(rows("lines.txt", "document-lines"))
        .extracting(InputRow::sentenceA, InputRow::sentenceB, InputRow::reason)
        .containsExactlyInAnyOrder(
            tuple("The cat sat.", "A dog ran.", null),
            tuple("He ran.", "She sat.", null),
            tuple("One sentence.", null, RejectReason.NO_PAIR));
  }

  @Test
  void documentsInChineseAndHindiAreCutAtTheirMarks() {
    Corpus.write(folder.resolve("zh/a.txt"), "猫坐在垫子上。狗跑\n到商店。它很老！为什么？");
    Corpus.write(folder.resolve("hi/a.txt"), "बिल्ली बैठी। कुत्ता भागा। वह बूढ़ा था।");
    assertThat(rows("zh", "documents"))
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(
            tuple("猫坐在垫子上。", "狗跑到商店。"), tuple("狗跑到商店。", "它很老！"), tuple("它很老！", "为什么？"));
    assertThat(rows("hi", "documents"))
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(
            tuple("बिल्ली बैठी।", "कुत्ता भागा।"), tuple("कुत्ता भागा।", "वह बूढ़ा था।"));
  }

  /** If only white space separated words, such a text would count as one word. */
  @Test
  void aLongSentenceWithoutSpacesIsRejected() {
    Corpus.write(folder.resolve("long.txt"), "猫坐。" + "猫".repeat(401) + "。狗跑。狗坐。");
    assertThat(rows("long.txt", "documents"))
        .extracting(InputRow::sentenceB, InputRow::reason, InputRow::detail)
        .containsExactlyInAnyOrder(
            tuple("狗坐。", null, null),
            tuple(
                null,
                RejectReason.SENTENCE_TOO_LONG,
                "a sentence of 401 words: more than input.sentence-words 400"));
  }

  private List<InputRow> rows(String path, String format) {
    Map<String, Object> settings =
        Map.of(
            "model",
            "none",
            "output.path",
            "none",
            "input.paths",
            List.of(folder.resolve(path).toString()),
            "input.format",
            format);
    PairReader reader =
        new PairReader(InputRequest.of(spark, SettingsLoader.load(null, settings).input()));
    return reader.rows(reader.read()).collect();
  }
}
