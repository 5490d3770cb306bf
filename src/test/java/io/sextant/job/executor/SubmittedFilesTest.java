package io.sextant.job.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver in YARN's client mode finds submitted files under the same names as containers. */
class SubmittedFilesTest {
  @TempDir Path sources;
  @TempDir Path root;

  @Test
  void anArchiveIsUnpackedUnderTheNameBehindTheHash() throws IOException {
    SparkConf settings = settings("archives", "file:/nowhere/other.zip," + zip().toUri() + "#bert");
    fetch("bert", settings);
    assertThat(root.resolve("bert/inner/config.json")).hasContent("{}");
    assertThat(names()).containsExactly("bert");
  }

  @Test
  void withoutAHashAnArchiveHasItsOwnName() throws IOException {
    fetch("model.zip", settings("archives", zip().toString()));
    assertThat(root.resolve("model.zip/inner/config.json")).hasContent("{}");
  }

  @Test
  void aFileStaysAsItIs() throws IOException {
    Path zip = zip();
    fetch("bert.zip", settings("files", zip.toUri() + "#bert.zip"));
    assertThat(root.resolve("bert.zip")).hasSameBinaryContentAs(zip);
  }

  @Test
  void anArchiveThatIsNoneStaysAsItIs() throws IOException {
    Path text = Files.writeString(sources.resolve("vocab.txt"), "[PAD]");
    fetch("words", settings("archives", text.toUri() + "#words"));
    assertThat(root.resolve("words")).hasContent("[PAD]");
  }

  @Test
  void whatWasNotSubmittedIsNotFetched() throws IOException {
    fetch("bert", new SparkConf(false));
    fetch("bert", settings("archives", zip().toUri() + "#other"));
    assertThat(names()).isEmpty();
  }

  @Test
  void whatCannotBeFetchedIsNamed() {
    SparkConf settings = settings("archives", "file:/nowhere/model.zip#bert");
    assertThatThrownBy(() -> fetch("bert", settings))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("/nowhere/model.zip");
    assertThat(root).isEmptyDirectory();
  }

  private void fetch(String name, SparkConf settings) {
    SubmittedFiles.fetch(name, settings, root, new Configuration());
  }

  private static SparkConf settings(String kind, String list) {
    return new SparkConf(false).set("spark.yarn.dist." + kind, list);
  }

  private Path zip() throws IOException {
    Path zip = sources.resolve("model.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("inner/config.json"));
      out.write(new byte[] {'{', '}'});
    }
    return zip;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
