package io.sextant.job.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.config.InputSettings;
import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.TextFiles;
import io.sextant.job.input.parquet.ParquetColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputSourceTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"auto", "tsv", "mnli"})
  void whatLiesBesideTheDataIsPassedOverAndNamed(String format) throws IOException {
    write("train.tsv", "README.md", "LICENSE", "dataset_infos.json", "2021-01-11T09:23:11.log");
    InputSource source = source("", Map.of("format", format));
    assertThat(source.format()).isEqualTo(InputFormat.TSV);
    assertThat(source.files()).extracting(InputFile::name).containsExactly("train.tsv");
    assertThat(source.note()).contains("as not tsv", "README.md", "T09:23:11.log");
  }

  @Test
  void filesWithoutATellingEndingAreReadByTheFormatThatIsNamed() throws IOException {
    write("part-0000", "part-0001", "README.md");
    assertThat(source("", Map.of("format", "tsv")).files())
        .extracting(InputFile::name)
        .containsExactly("part-0000", "part-0001");
    assertRefused("cannot tell the format", "", Map.of());
  }

  @Test
  void filesOfSeveralFormatsAreRefusedByName() throws IOException {
    write("a.tsv", "b.jsonl");
    assertRefused("tsv (a.tsv), jsonl (b.jsonl)", "", Map.of());
    assertThat(source("", Map.of("format", "jsonl")).files()).hasSize(1);
  }

  @Test
  void aNameOfCompressionHidesNoFormat() throws IOException {
    Files.write(folder.resolve("a.jsonl.gz"), new byte[] {31, -117, 8});
    assertThat(source("a.jsonl.gz", Map.of()).format()).isEqualTo(InputFormat.JSONL);
  }

  @ParameterizedTest
  @CsvSource({
    "document-lines,group",
    "document-lines,sentence-a",
    "documents,id",
    "conllu,text",
    "conllu,sentence-a",
    "mentions,sentence-b",
    "gap,id",
    "jsonl,separator",
    "jsonl,quote",
    "parquet,encoding"
  })
  void anOptionThatIsNotUsedIsAFault(String format, String option) throws IOException {
    write("x");
    assertThatThrownBy(() -> source("x", Map.of("format", format, option, "c")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--%s has no meaning with the format %s: leave it out", option, format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentence-a", "sentence-b", "group"})
  void columnsOfPairsHaveNoMeaningForDocuments(String option) throws IOException {
    write("x.tsv");
    assertThatThrownBy(() -> source("x.tsv", Map.of("text", "t", option, "c")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--%s has no meaning with --text", option);
  }

  @ParameterizedTest
  @CsvSource({"encoding,klingon", "separator,::", "quote,ab", "format,tvs"})
  void aValueThatAnOptionCannotHaveIsAFault(String option, String value) throws IOException {
    write("x.tsv");
    assertThatThrownBy(() -> source("x.tsv", Map.of(option, value)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + value + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "version https://git-lfs.github.com/spec/v1 oid sha256:0;tsv;run git lfs pull",
        "version https://git-lfs.github.com/spec/v1 oid sha256:0;parquet;run git lfs pull",
        "<!DOCTYPE html><html><body>Not found</body></html>;csv;is an HTML page",
        "\u001f\u008b\b;tsv;compressed by gzip",
        "PK\u0003\u0004;csv;zip archive",
        "PAR1;jsonl;--format parquet",
        "sentence1;parquet;not a Parquet file",
        "[ {;jsonl;first line is no JSON object"
      })
  void theWrongKindOfFileIsToldByItsContent(String content, String format, String says)
      throws IOException {
    Path file = folder.resolve("p." + format);
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    InputSource source = source("p." + format, Map.of());
    assertThatThrownBy(
            () -> {
              if (source.format() == InputFormat.PARQUET) {
                ParquetColumns.schema(source.files().get(0), HADOOP);
              }
              TextFiles.of(source.files(), source.format(), null, HADOOP);
            })
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(file.toString(), says);
  }

  @Test
  void emptyFilesHaveNoRowsAndStopNoOthers() throws IOException {
    Files.createFile(folder.resolve("a.tsv"));
    assertThatThrownBy(
            () -> TextFiles.of(source("", Map.of()).files(), InputFormat.TSV, null, HADOOP))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a.tsv is empty: it has no rows");
    write("b.tsv");
    assertThat(TextFiles.of(source("", Map.of()).files(), InputFormat.TSV, null, HADOOP))
        .singleElement()
        .satisfies(files -> assertThat(files.files()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a\\tb\\n1\\t2\\n;looks like a table",
        "premise,hypothesis\\nA,B\\n;--format csv",
        "id|sentence1|sentence2\\n1|A|B\\n;--separator '|'",
        "{\"a\": 1}\\n{\"a\": 2}\\n;--format jsonl"
      })
  void tablesNamedTxtAreTold(String content, String says) throws IOException {
    Files.writeString(folder.resolve("x.txt"), content.replace("\\n", "\n").replace("\\t", "\t"));
    assertRefused(says, "x.txt", Map.of());
  }

  @Test
  void textWithTabsAndCommasIsADocument() throws IOException {
    Files.writeString(
        folder.resolve("x.txt"), "Well, he came, and sat.\nThen,\tperhaps, he left.\n\nThe end.\n");
    assertThat(source("x.txt", Map.of()).format()).isEqualTo(InputFormat.DOCUMENTS);
  }

  private void assertRefused(String says, String path, Map<String, Object> options) {
    assertThatThrownBy(() -> source(path, options))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(says);
  }

  private InputSource source(String path, Map<String, Object> options) {
    Map<String, Object> flags = new HashMap<>(Map.of("model", "-", "output.path", "-"));
    flags.put("input.paths", List.of(folder + "/" + path));
    options.forEach((option, value) -> flags.put("input." + option, value));
    InputSettings settings = SettingsLoader.load(null, flags).input();
    return InputSource.of(settings, HADOOP);
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(folder.resolve(name), "sentence1\tsentence2\nA\tB\n");
    }
  }
}
