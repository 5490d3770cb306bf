package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.PairReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows of real-world files are read unchanged or rejected with a reason, or the file is refused.
 */
class FieldCasesTest {
  private static final String CASES = "src/test/resources/io/sextant/job/input/cases/";
  private static final String CAT = "the cat sat on the mat.";
  private static final String DOG = "a dog ran to the store.";
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
  void lineBreaksInQuotedFieldsBelongToTheSentence() {
    assertThat(read(CASES + "F01-csv-line-breaks/pairs.csv", "id", "id"))
        .extracting(InputRow::id, InputRow::sentenceA, InputRow::sentenceB, InputRow::reason)
        .containsExactly(
            tuple("1", "the cat\nsat on the mat.", "a dog ran.", null),
            tuple("2", "the man", "the woman", null),
            tuple("3", "a dog ran.", "first line\nsecond, line", null),
            tuple("4", "x y", "he\n\nshe", null),
            tuple("5", CAT, DOG, null));
  }

  @Test
  void lineBreaksInQuotedDocumentsBelongToTheDocument() throws IOException {
    String csv = "name,body\nd1,\"A dog sat.\nIt slept. \"\"Why?\"\" she\nasked.\"\nd2,x\" y\n";
    assertThat(read(write("d.csv", csv), "text", "body", "id", "name"))
        .extracting(InputRow::id, InputRow::sentenceA, InputRow::sentenceB)
        .contains(tuple("d1:1", "A dog sat.", "It slept."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",sentence1,sentence2\n0,A,B\n",
        "sentence1,sentence2,\nA,B,\n",
        "Label,label,sentence1,sentence2\n1,2,A,B\n",
        "label,label,sentence1,sentence2\n1,2,A,B\n",
        " sentence1 , sentence2\nA,B\n",
        "\ufeffsentence1,sentence2\r\nA,B\r\n",
        "\"sentence1\",\"sentence2\"\n\"A\",\"B\"",
        "sentence1,sentence2\rA,B\r"
      })
  void columnsThatNobodyAsksForMayBeAnything(String csv) throws IOException {
    assertPairs(read(write("p.csv", csv)), "A", "B");
    assertPairs(read(write("p.tsv", csv.replace(',', '\t').replace("\"", ""))), "A", "B");
  }

  @Test
  void aColumnThatIsAskedForIsThereOnce() throws IOException {
    String file = write("p.csv", "sentence1,sentence1,sentence2\nA,B,C\n");
    assertRefused("two columns 'sentence1'", file);
  }

  @Test
  void aFieldThatFirstAppearsInTheThousandAndFirstLineIsRead() throws IOException {
    StringBuilder lines = new StringBuilder("{\"sentence_a\": \"x\"}\n".repeat(1000));
    lines.append("{\"sentence_a\": \"x\", \"sentence_b\": \"y\"}\n".repeat(200));
    List<InputRow> rows = read(write("late.jsonl", lines.toString()));
    assertThat(rows).filteredOn(row -> row.reason() == null).hasSize(200);
    assertThat(rows)
        .filteredOn(row -> row.reason() != null)
        .hasSize(1000)
        .allSatisfy(row -> assertThat(row.reason().key()).isEqualTo("null_sentence"));
  }

  @Test
  void nanIsAMissingValue() throws IOException {
    String line = "{\"sentence1\": \"x\", \"sentence2\": %s, \"score\": NaN}\n";
    assertThat(read(write("nan.jsonl", line.formatted("NaN") + line.formatted("\"y\""))))
        .extracting(row -> row.reason() == null ? "" : row.reason().key())
        .containsExactlyInAnyOrder("", "null_sentence");
  }

  @Test
  void arraysAndObjectsAreRefusedByTheirTypes() throws IOException {
    assertRefused(
        "column 'sentence1'",
        write("l.jsonl", "{\"sentence1\": [\"the\", \"cat\"], \"sentence2\": [\"a\"]}\n"));
    assertThatThrownBy(
            () ->
                read(
                    write("o.jsonl", "{\"sentence1\": {\"text\": \"x\"}, \"sentence2\": \"y\"}\n")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("'sentence1'", "struct<text:string>, not text");
  }

  @Test
  void quotesAfterABackslashAreNoPartOfASentence() {
    String file = CASES + "F07-csv-backslash/pairs.csv";
    assertThat(read(file))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.reason().key()).isEqualTo("malformed_row"));
    assertThat(read(file).get(0).detail()).contains("--quote '\\\"'");
    assertPairs(read(file, "quote", "\\\""), "a \"b\"", "c", "he said \"hi\" ok", "the dog");
  }

  @Test
  void whatSparksOwnWriterWritesIsReadBack() {
    spark
        .sql("select 'say \"a, b\"' as sentence_a, 'x \\\\ y' as sentence_b")
        .coalesce(1)
        .write()
        .option("header", true)
        .csv(folder.resolve("spark.csv").toString());
    String written = folder.resolve("spark.csv").toString();
    assertPairs(read(written, "quote", "\\\"", "format", "csv"), "say \"a, b\"", "x \\ y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pairs.csv", "pairs.tsv", "documents"})
  void bytesOfAnotherEncodingAreNamedOrRead(String name) throws IOException {
    String file = CASES + "F08-windows-1252/" + name;
    assertThat(read(file))
        .singleElement()
        .satisfies(row -> assertThat(row.detail()).contains("byte 0xE9 is not UTF-8"))
        .satisfies(row -> assertThat(row.reason().key()).isEqualTo("malformed_row"))
        .satisfies(
            row -> assertThat(row.fault().raw()).contains("af\\xE9").doesNotContain("\ufffd"));
    assertThat(read(file, "encoding", "windows-1252").get(0).sentenceA())
        .startsWithIgnoringCase("le caf\u00e9 \u00e9tait ferm\u00e9.");
  }

  @Test
  void conlluAndDocumentLinesAndJsonOfAnotherEncodingAreRejectedToo() throws IOException {
    Charset windows = Charset.forName("windows-1252");
    String block = "# text = caf\u00e9\n1\tcaf\u00e9\tcaf\u00e9\tNOUN\t_\t_\t0\troot\t_\t_\n\n";
    Map<String, String> files =
        Map.of(
            "t.conllu", block,
            "lines.txt", "Le caf\u00e9. Il dort.\n",
            "p.jsonl", "{\"sentence_a\": \"caf\u00e9\"}\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(windows));
      String format = file.getKey().startsWith("lines") ? "document-lines" : "auto";
      assertThat(read(path.toString(), "format", format))
          .as(file.getKey())
          .singleElement()
          .satisfies(row -> assertThat(row.detail()).contains("byte 0xE9 is not UTF-8"));
      assertThat(read(path.toString(), "format", format, "encoding", "windows-1252"))
          .as(file.getKey())
          .singleElement()
          .satisfies(row -> assertThat(row.sentenceA()).contains("caf\u00e9"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-8"})
  void aByteOrderMarkIsObeyed(String name) throws IOException {
    Charset charset = Charset.forName(name);
    Map<String, String> files =
        Map.of(
            "p.csv", "sentence1,sentence2\n\"A\u4e0a\n\",B\n",
            "p.tsv", "sentence1\tsentence2\nA\u4e0a\n\tB\n".replace("\n\t", "\r\t"),
            "p.jsonl", "{\"sentence1\": \"A\u4e0a\\n\", \"sentence2\": \"B\"}\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path =
          Files.write(
              folder.resolve(file.getKey()), ("\ufeff" + file.getValue()).getBytes(charset));
      assertThat(read(path.toString()))
          .as(file.getKey())
          .extracting(row -> row.sentenceA().replace('\r', '\n'), InputRow::sentenceB)
          .containsExactly(tuple("A\u4e0a\n", "B"));
    }
  }

  @Test
  void utf16WithoutAMarkIsNamed() throws IOException {
    Path file =
        Files.write(
            folder.resolve("p.tsv"),
            "sentence1\tsentence2\nA\tB\n".getBytes(StandardCharsets.UTF_16LE));
    assertRefused("--encoding UTF-16LE", file.toString());
    assertPairs(read(file.toString(), "encoding", "UTF-16LE"), "A", "B");
  }

  @Test
  void nanosecondsThatNobodyAsksForAreNoHindrance() {
    assertPairs(read(CASES + "F18-parquet-nanoseconds/pairs.parquet"), CAT, DOG);
  }

  @Test
  void parquetFilesOfDifferentColumnsAreTablesOfTheirOwn() {
    assertThat(read(CASES + "F19-parquet-columns/other"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.reason()).isNull());
    assertRefused("a.parquet has no column 'sentence2'", CASES + "F19-parquet-columns/fewer");
  }

  @Test
  void jsonFilesOfDifferentFieldsAreTablesOfTheirOwn() throws IOException {
    write("j/a.jsonl", "{\"sentence1\": \"A\", \"sentence2\": \"B\"}\n");
    write("j/b.jsonl", "{\"premise\": \"C\", \"hypothesis\": \"D\"}\n");
    write("j/c.jsonl", "");
    assertPairs(read(folder.resolve("j").toString()), "A", "B", "C", "D");
  }

  @Test
  void aFileOfSingleSentencesAmongPairsIsNamed() throws IOException {
    write("s/a.jsonl", "{\"sentence_a\": \"A\", \"sentence_b\": \"B\"}\n");
    write("s/b.jsonl", "{\"sentence_a\": \"A\"}\n");
    assertRefused("b.jsonl has no column 'sentence_b'", folder.resolve("s").toString());
  }

  @Test
  void parquetColumnsOfAllTypesLieBesideTheSentences() {
    spark
        .sql(
            "select 'A' sentence_a, 'B' sentence_b, array(1) x, map('k', 1) m, current_date() d,"
                + " struct('u' as a, 1.5 as b) s, cast(null as void) is null n")
        .write()
        .parquet(folder.resolve("types.parquet").toString());
    String file = folder.resolve("types.parquet").toString();
    assertPairs(read(file), "A", "B");
    assertPairs(read(file, "sentence-b", "s.a"), "A", "u");
    assertThat(read(file, "id", "s.b").get(0).id()).isEqualTo("1.5");
    spark
        .sql("select cast('A' as binary) sentence_a, unhex('41E9') sentence_b, double('NaN') z")
        .write()
        .parquet(folder.resolve("bytes.parquet").toString());
    String bytes = folder.resolve("bytes.parquet").toString();
    assertThat(read(bytes).get(0).detail()).contains("byte 0xE9 is not UTF-8");
    assertThat(read(bytes, "sentence-b", "z").get(0).reason().key()).isEqualTo("null_sentence");
  }

  @Test
  void glueSnliMayEndItsRowsWithFourMoreLabels() {
    String file = CASES + "F21-snli-glue/train.tsv";
    assertThat(read(file, "format", "snli"))
        .hasSize(60)
        .allSatisfy(row -> assertThat(row.reason()).isNull());
    assertThat(read(file)).filteredOn(row -> row.reason() != null).isNotEmpty();
  }

  @Test
  void aTableWithAnotherEndingIsTold() throws IOException {
    String table = "pair_ID\tsentence_A\tsentence_B\n1\tA\tB\n2\tC\tD\n";
    String file = write("pairs.txt", table);
    assertRefused("--format tsv", file);
    assertPairs(read(file, "format", "tsv"), "A", "B", "C", "D");
    assertPairs(read(file, "format", "sick"), "A", "B", "C", "D");
    assertThat(read(file, "format", "documents")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blank.tsv", "blank.csv", "blank.jsonl"})
  void aTableOfBlankLinesHasNoRows(String name) throws IOException {
    assertRefused("has no rows", write(name, "\n \n\n"));
  }

  @Test
  void quotedTsvIsRejectedWithTheOptionThatReadsIt() {
    String file = CASES + "F37-tsv-quoted/pairs.tsv";
    List<InputRow> rows = read(file, "format", "qqp");
    assertThat(rows).allSatisfy(row -> assertThat(row.reason()).isNotNull());
    assertThat(rows).anySatisfy(row -> assertThat(row.detail()).contains("--quote '\"' reads"));
    assertPairs(
        read(file, "format", "qqp", "quote", "\""), "What is \"x\" ?", "why", "one\ntwo ?", "why");
    assertThat(read(file, "format", "qqp", "quote", "none"))
        .filteredOn(row -> row.reason() == null)
        .extracting(InputRow::sentenceA)
        .containsExactly("\"What is \"\"x\"\" ?\"");
  }

  @Test
  void aQuotedLineBreakInTsvGivesNoHalfOfASentence() throws IOException {
    String tsv =
        "sentence1\tsentence2\nA\tB\n\"one\ntwo ?\"\tC\nD\t\"three\nfour\"\nE\t\"F\nG\tH\n";
    String file = write("torn.tsv", tsv);
    assertThat(read(file))
        .filteredOn(row -> row.reason() == null)
        .extracting(InputRow::sentenceA, InputRow::sentenceB)
        .containsExactly(tuple("A", "B"), tuple("E", "\"F"), tuple("G", "H"));
    assertThat(read(file)).filteredOn(row -> row.reason() != null).hasSize(4);
    assertPairs(
        read(write("whole.tsv", tsv.replace("\"F", "F")), "quote", "\""),
        "A",
        "B",
        "D",
        "three\nfour",
        "E",
        "F",
        "G",
        "H",
        "one\ntwo ?",
        "C");
  }

  @Test
  void nestedColumnsAreNamedByTheirPaths() throws IOException {
    String[] paths = {"sentence-a", "translation.en", "sentence-b", "translation.fr"};
    assertPairs(read(CASES + "F38-nested-columns/pairs.parquet", paths), "the cat", "le chat");
    String line = "{\"id\": \"1\", \"translation\": {\"en\": \"the cat\", \"fr\": \"le chat\"}}\n";
    assertPairs(read(write("t.jsonl", line), paths), "the cat", "le chat");
    String literal = line.replace("}}", "}, \"translation.en\": \"own\"}");
    assertPairs(read(write("l.jsonl", literal), paths), "own", "le chat");
  }

  @Test
  void anotherSeparatorIsToldAndRead() {
    String file = CASES + "F39-semicolon/pairs.csv";
    assertRefused("--separator ';'", file);
    assertPairs(read(file, "separator", ";"), CAT, DOG);
  }

  @Test
  void namesWithGlobCharactersAndUnderscoresAreNames() throws IOException {
    String header = "sentence1\tsentence2\n";
    write("g/a[1].tsv", header + "A\tB\n");
    write("g/a1.tsv", header + "C\tD\n");
    write("g/e\\x.tsv", header + "E\tF\n");
    String named = write("g/_x y%20.tsv", header + "I\tJ\n");
    assertPairs(read(folder.resolve("g").toString()), "A", "B", "C", "D", "E", "F");
    assertPairs(read(named), "I", "J");
    assertThat(read(named).get(0).pair().file()).endsWith("/_x y%20.tsv");
    spark.sql("select 'K' premise, 'L' hypothesis").coalesce(1).write().parquet(path("k.parquet"));
    try (var parts = Files.list(folder.resolve("k.parquet"))) {
      Path part =
          parts.filter(file -> file.getFileName().toString().startsWith("part")).findAny().get();
      Files.move(part, folder.resolve("_[k].parquet"));
    }
    assertPairs(read(path("_[k].parquet")), "K", "L");
  }

  @Test
  void aLocalFileThatHadoopCannotOpenForItsNameIsNamed() throws IOException {
    String file = write("c/2021-01-11T09:23.tsv", "sentence1\tsentence2\nG\tH\n");
    assertRefused("09:23.tsv: Hadoop opens no local file with a colon", file);
    write("c/a.tsv", "sentence1\tsentence2\nA\tB\n");
    write("c/2021-01-11T09:23:11.log", "no table");
    Files.delete(Path.of(file));
    assertPairs(read(path("c")), "A", "B");
    assertPairs(read(path("c/*.tsv")), "A", "B");
  }

  @Test
  void largeFilesAreReadInPartsWithoutLosingOrDoublingARow() throws IOException {
    StringBuilder tsv = new StringBuilder("\n \t\nsentence1\tsentence2\n");
    for (int i = 0; i < 3000; i++) {
      tsv.append("a").append(i).append(i % 3 == 0 ? "\r" : "").append("\tb\n");
    }
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("mapreduce.input.fileinputformat.split.maxsize", "1000");
    try {
      List<InputRow> rows = read(write("large.tsv", tsv.toString()));
      assertThat(rows.stream().map(InputRow::sentenceA).distinct()).hasSize(3000);
      assertThat(rows).hasSize(3000);
    } finally {
      hadoop.unset("mapreduce.input.fileinputformat.split.maxsize");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anli;uid context hypothesis label;7 A B e",
        "anli;uid premise hypothesis reason;7 A B e",
        "boolq;question title answer passage;A t true B",
        "sick;pair_ID sentence_A sentence_B relatedness_score;1 A B 4.5",
        "paws-x;id sentence1 sentence2 label;1 A B 0"
      })
  void moreCorporaAreReadByNameAndByDefault(String corpus) throws IOException {
    String[] parts = corpus.split(";");
    String file = write("p.tsv", (parts[1] + "\n" + parts[2] + "\n").replace(' ', '\t'));
    assertPairs(read(file, "format", parts[0]), "A", "B");
    assertPairs(read(file), "A", "B");
  }

  private static void assertPairs(List<InputRow> rows, String... sentences) {
    assertThat(rows).allSatisfy(row -> assertThat(row.detail()).isNull());
    assertThat(
            rows.stream()
                .flatMap(row -> java.util.stream.Stream.of(row.sentenceA(), row.sentenceB())))
        .containsExactly(sentences);
  }

  private static void assertRefused(String part, String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(part);
  }

  private static List<InputRow> read(String path, String... options) {
    Map<String, Object> flags = new HashMap<>(Map.of("model", "-", "output.path", "-"));
    flags.put("input.paths", List.of(path));
    for (int i = 0; i < options.length; i += 2) {
      flags.put("input." + options[i], options[i + 1]);
    }
    PairReader reader =
        new PairReader(InputRequest.of(spark, SettingsLoader.load(null, flags).input()));
    return reader.rows(reader.read()).collect().stream()
        .sorted(
            Comparator.comparing(InputRow::id, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                    InputRow::sentenceA, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private String write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text).toString();
  }
}
