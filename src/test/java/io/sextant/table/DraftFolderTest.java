package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {
  /** A process that makes a folder as ours do, holds its lock, and waits to be killed. */
  private static final String OTHER_PROCESS =
      """
      import java.nio.channels.*;
      import java.nio.file.*;
      class Other {
        public static void main(String[] a) throws Exception {
          Path folder = Files.createDirectory(Path.of(a[0], ".sextant-draft-other"));
          Files.writeString(folder.resolve("half.csv"), "a");
          FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
          System.out.println("locked");
          Thread.sleep(60_000);
        }
      }
      """;

  @TempDir Path place;

  @Test
  void filesAppearTogetherAndNothingElseIsLeft() throws IOException {
    Files.writeString(place.resolve("a.txt"), "old");
    try (DraftFolder drafts = DraftFolder.in(place)) {
      Files.writeString(drafts.path().resolve("a.txt"), "new");
      Files.writeString(Files.createDirectory(drafts.path().resolve("t")).resolve("b.txt"), "b");
      assertThat(place.resolve("a.txt")).hasContent("old");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(drafts.path())))
          .isEqualTo("rwx------");
      drafts.commit();
    }
    assertThat(place.resolve("a.txt")).hasContent("new");
    assertThat(names()).containsExactly("a.txt", "t", "t/b.txt");
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(place.resolve("page.html"), "old");
    assertThatThrownBy(
            () ->
                DraftFolder.write(
                    file,
                    draft -> {
                      Files.writeString(draft, "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("page.html");
  }

  @Test
  void aLinkIsWrittenThroughAndWhatIsNoFileStays() throws IOException {
    Path target = Files.writeString(place.resolve("target"), "old");
    Path link = Files.createSymbolicLink(place.resolve("link"), target);
    DraftFolder.write(link, draft -> Files.writeString(draft, "new"));
    assertThat(link).isSymbolicLink().hasContent("new");
    Path nowhere = Path.of("/dev/null");
    DraftFolder.write(nowhere, draft -> Files.writeString(draft, "gone"));
    assertThat(Files.isRegularFile(nowhere)).isFalse();
  }

  @Test
  void aFolderGoesWithItsProcess() throws Exception {
    Path source = Files.writeString(place.resolve("Other.java"), OTHER_PROCESS);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString(),
                place.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      DraftFolder own = DraftFolder.in(place);
      DraftFolder.in(place).close();
      assertThat(names()).contains(".sextant-draft-other/half.csv").hasSize(6);
      own.close();
    } finally {
      other.destroyForcibly().waitFor();
    }
    DraftFolder.in(place).close();
    assertThat(names()).containsExactly("Other.java");
  }

  @Test
  void aFolderThatIsBeingMadeIsLeftAlone() throws IOException {
    Path young = Files.createDirectory(place.resolve(".sextant-draft-young"));
    DraftFolder.in(place).close();
    assertThat(young).exists();
    Files.setLastModifiedTime(young, FileTime.from(Instant.now().minusSeconds(90)));
    DraftFolder.in(place).close();
    assertThat(young).doesNotExist();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(path -> !path.equals(place))
          .map(path -> place.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
