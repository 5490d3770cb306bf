package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.PairReader;
import io.sextant.testing.Inputs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads corpora as their authors, GLUE and Hugging Face publish them, and documents. */
class CorporaTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mnli;dev.tsv;index promptID pairID genre sentence1 sentence2 label1 gold_label;0 31 31n"
            + " fiction A B x neutral",
        "snli;snli_1.0_dev.txt;gold_label sentence1 sentence2 captionID pairID;- A B c.jpg#1"
            + " c.jpg#1r1n",
        "qqp;train.tsv;id qid1 qid2 question1 question2 is_duplicate;1 2 3 A B 0",
        "mrpc;msr_paraphrase_train.txt;Quality #1_ID #2_ID #1_String #2_String;1 7 8 A B",
        "rte;dev.tsv;index sentence1 sentence2 label;0 A B entailment",
        "qnli;dev.tsv;index question sentence label;0 A B entailment",
        "wnli;train.tsv;index sentence1 sentence2 label;0 A B 1",
        "stsb;train.tsv;index genre filename year old_index source1 source2 sentence1 sentence2"
            + " score;0 g f y i s t A B 5",
        "auto;paws.tsv;id sentence1 sentence2 label;1 A B 0"
      })
  void tabSeparatedCorporaAreReadAsPublished(String format, String file, String header, String row)
      throws IOException {
    String columns = header.replace(' ', '\t').replace("_ID", " ID").replace("_String", " String");
    write(file, columns + "\n" + row.replace(' ', '\t') + "\n");
    assertThat(rows(settings(file, format)))
        .extracting(InputRow::sentenceA, InputRow::sentenceB, InputRow::reason)
        .containsExactly(tuple("A", "B", null));
  }

  @Test
  void idsAndGroupsOfPresetsAreTaken() throws IOException {
    write("a/dev.tsv", "promptID\tpairID\tsentence1\tsentence2\n31\t31n\tA\tB\n");
    assertThat(rows(settings("a/dev.tsv", "mnli")))
        .extracting(InputRow::id, InputRow::group)
        .containsExactly(tuple("31n", "31"));
    write(
        "snli.jsonl",
        "{\"gold_label\": \"-\", \"pairID\": \"p\", \"captionID\": \"c\", \"sentence1\": \"A\","
            + " \"sentence2\": \"B\", \"annotator_labels\": [\"x\"]}\n");
    assertThat(rows(settings("snli.jsonl", "snli")))
        .extracting(InputRow::id, InputRow::group, InputRow::sentenceA, InputRow::sentenceB)
        .containsExactly(tuple("p", "c", "A", "B"));
  }

  @Test
  void huggingFacesParquetNeedsNoNames() {
    spark.sql("select 'A' premise, 'B' hypothesis, 1L label").write().parquet(path("snli.parquet"));
    spark.sql("select 'A' question1, 'B' question2, 0 idx").write().parquet(path("qqp.parquet"));
    for (String file : List.of("snli.parquet", "qqp.parquet")) {
      for (String format : List.of("auto", file.replace(".parquet", ""))) {
        assertThat(rows(settings(file, format)))
            .extracting(InputRow::sentenceA, InputRow::sentenceB)
            .containsExactly(tuple("A", "B"));
      }
    }
  }

  @Test
  void filesWithoutAHeaderAreReadByPlace() throws IOException {
    write(
        "sts/sts-train.csv",
        "main\tMSRvid\t2012\t1\t5.0\tA \"x\tB\nmain\tf\t2012\t2\t4\tC\tD\ts1\ts2\nmain\tshort\n");
    assertThat(rows(settings("sts/sts-train.csv", "stsb")))
        .extracting(InputRow::sentenceA, InputRow::sentenceB, row -> row.reason() == null)
        .containsExactlyInAnyOrder(
            tuple("A \"x", "B", true), tuple("C", "D", true), tuple(null, null, false));
    write("cola/train.tsv", "gj04\t1\t\tOur friends won't buy.\n");
    write("cola/test.tsv", "index\tsentence\n0\tBill whistled.\n");
    assertThat(rows(settings("cola", "cola")))
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(
            tuple("Our friends won't buy.", null), tuple("Bill whistled.", null));
  }

  @Test
  void filesOfDifferentHeadersAreReadTogether() throws IOException {
    write("mnli/train.tsv", "index\tsentence1\tsentence2\tgold_label\n0\tA\tB\tx\n");
    write("mnli/dev.tsv", "index\tgenre\tsentence1\tsentence2\tl1\tl2\n0\tg\tC\tD\tx\ty\n");
    assertThat(rows(settings("mnli", "mnli")))
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(tuple("A", "B"), tuple("C", "D"));
  }

  @Test
  void whatHadoopCannotUncompressIsRefusedByName() throws IOException {
    Files.write(folder.resolve("p.tsv.xz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
    assertThatThrownBy(() -> rows(settings("p.tsv.xz", "tsv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("p.tsv.xz", ".gz or .bz2");
    try (OutputStream out =
        new BZip2CompressorOutputStream(Files.newOutputStream(folder.resolve("p.tsv.bz2")))) {
      out.write("sentence_a\tsentence_b\nA\tB\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(rows(settings("p.tsv.bz2", "auto")))
        .extracting(InputRow::sentenceA)
        .containsExactly("A");
  }

  @Test
  void documentsAreCutIntoAdjacentSentencesInTheirGroup() throws IOException {
    write("docs/x/one.txt", "The cat sat.\nIt was tired. It slept\n\n- 2 -\n\nall day.\n");
    write("docs/y/two.txt", "Only one sentence.");
    List<InputRow> rows = rows(settings("docs", "documents"));
    assertThat(rows)
        .extracting(InputRow::id, InputRow::group, InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(
            tuple("x/one.txt:1", "x/one.txt", "The cat sat.", "It was tired."),
            tuple("x/one.txt:2", "x/one.txt", "It was tired.", "It slept all day."),
            tuple("y/two.txt", "y/two.txt", "Only one sentence.", null));
    assertThat(rows).filteredOn(row -> row.reason() != null).hasSize(1);
  }

  @Test
  void linesAndFieldsHoldDocumentsToo() throws IOException {
    write("lines.txt", "A dog sat. It slept.\n\nThe mat was on. It sits. It slept!\n");
    List<InputRow> lines = rows(settings("lines.txt", "document-lines"));
    assertThat(lines).filteredOn(row -> row.reason() == null).hasSize(3);
    assertThat(lines.stream().map(InputRow::group).distinct())
        .as("a blank line is not a document")
        .hasSize(2);
    write("docs.jsonl", "{\"name\": \"d1\", \"body\": \"A dog sat. It slept.\"}\n");
    InputSettings field = Inputs.of(path("docs.jsonl"), "id", "name", "text", "body");
    assertThat(rows(field))
        .extracting(InputRow::id, InputRow::group, InputRow::sentenceA, InputRow::sentenceB)
        .containsExactly(tuple("d1:1", "d1", "A dog sat.", "It slept."));
  }

  @Test
  void aSentenceOfTenThousandWordsIsRejectedAndPartsItsNeighbours() throws IOException {
    write(
        "long.txt",
        "One sat. Two sat. Word " + "word ".repeat(9_999) + "end. Three sat. Four sat.");
    List<InputRow> rows = rows(settings("long.txt", "documents"));
    assertThat(rows)
        .filteredOn(row -> row.reason() == null)
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactlyInAnyOrder(tuple("One sat.", "Two sat."), tuple("Three sat.", "Four sat."));
    assertThat(rows)
        .filteredOn(row -> row.reason() != null)
        .singleElement()
        .satisfies(row -> assertThat(row.reason().key()).isEqualTo("sentence_too_long"))
        .satisfies(row -> assertThat(row.detail()).contains("10,001 words"));
  }

  private List<InputRow> rows(InputSettings settings) {
    PairReader reader = new PairReader(InputRequest.of(spark, settings));
    return reader.rows(reader.read()).collect().stream()
        .sorted(
            Comparator.comparing(
                InputRow::sentenceA, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private InputSettings settings(String file, String format) {
    return Inputs.of(path(file), "format", format);
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
