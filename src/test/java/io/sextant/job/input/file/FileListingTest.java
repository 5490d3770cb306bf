package io.sextant.job.input.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListingTest {
  @TempDir Path folder;

  @Test
  void aFolderIsAllFilesBelowButHiddenOnes() throws IOException {
    files("a.tsv", "x/b.tsv", "x/_SUCCESS", "_x/c.tsv", ".git/d.tsv", ".e.tsv");
    assertThat(names("")).containsExactly("a.tsv", "b.tsv");
    assertThat(names("_x/c.tsv")).containsExactly("c.tsv");
    assertThat(names("x/_SUCCESS")).containsExactly("_SUCCESS");
    assertThat(names("x/*")).containsExactly("b.tsv");
    assertThat(names("x/_*")).containsExactly("_SUCCESS");
  }

  @Test
  void aNameThatExistsIsNoPattern() throws IOException {
    files("a[1].tsv", "a1.tsv", "c*.tsv", "cd.tsv", "2021:x.tsv");
    assertThat(names("a[1].tsv")).containsExactly("a[1].tsv");
    assertThat(names("c*.tsv")).containsExactly("c*.tsv");
    assertThat(names("a[0-9].tsv")).containsExactly("a1.tsv");
    assertThat(names("a*.tsv")).containsExactly("a1.tsv", "a[1].tsv");
    assertThat(names("2021:x.tsv")).containsExactly("2021:x.tsv");
    assertThat(names("")).hasSize(5);
  }

  @Test
  void aRealFileIsListedOnceWhateverLinksLeadToIt() throws IOException {
    files("in/a.tsv", "in/x/b.tsv");
    link("in/self", "in");
    link("in/x/up", "in");
    link("in/x/also", "in/x");
    link("in/c.tsv", "in/a.tsv");
    link("in/gone.tsv", "in/nowhere.tsv");
    assertThat(names("in")).containsExactly("a.tsv", "b.tsv");
  }

  @Test
  void ofAFileAndItsLinkTheNameWithATellingEndingIsTaken() throws IOException {
    files("hub/blobs/3f2a");
    link("hub/snapshots/train.parquet", "hub/blobs/3f2a");
    assertThat(names("hub")).containsExactly("train.parquet");
  }

  @Test
  void foldersThatAreTooDeepAreRefused() throws IOException {
    files("d/".repeat(80) + "a.tsv");
    assertThatThrownBy(() -> names("d"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("more than 64 folders deep");
  }

  @Test
  void whatIsNotThereIsNamed() {
    for (String path : List.of("absent.tsv", "*.tsv", "")) {
      assertThatThrownBy(() -> names(path)).isInstanceOf(BadInputException.class);
    }
  }

  private List<String> names(String path) {
    return FileListing.of(List.of(folder + "/" + path), new Configuration()).stream()
        .map(InputFile::name)
        .toList();
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
  }

  private void link(String from, String to) throws IOException {
    Path link = folder.resolve(from);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, folder.resolve(to));
  }
}
