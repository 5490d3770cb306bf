package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {
  /**
   * A process that creates a draft folder like the job does, holds its lock, and waits to be
   * killed.
   */
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

  /** Creates and deletes folders in a place, one after the other. */
  static final class Writer {
    private static final int FOLDERS = 1000;

    public static void main(String[] place) throws IOException {
      for (int i = 0; i < FOLDERS; i++) {
        try (DraftFolder drafts = DraftFolder.in(Path.of(place[0]))) {
          Path file = Files.writeString(drafts.path().resolve("half.csv"), "a");
          Files.writeString(drafts.path().resolve("other.csv"), "b");
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void processesThatCreateFoldersInOnePlaceKeepTheirFiles() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Writer.class.getName(),
                  place.toString())
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAProcessLeavesThatDiedWhileItMadeOrDeletedItsFolderGoes() throws IOException {
    Files.createDirectory(place.resolve(".sextant-draft-made"));
    Path locked = Files.createDirectory(place.resolve(".sextant-draft-locked"));
    Files.createFile(locked.resolve(".lock"));
    Path half = Files.createDirectory(place.resolve(".sextant-draft-half"));
    Files.writeString(Files.createDirectory(half.resolve("t")).resolve("b.txt"), "b");
    DraftFolder.in(place).close();
    assertThat(names()).isEmpty();
  }

  @Test
  void aFolderThatAnotherDeletesBeforeItIsLockedIsMadeAgain() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              while (!ended.get()) {
                deleteUnlockedFolders();
              }
            });
    other.start();
    try {
      for (int i = 0; i < 200; i++) {
        try (DraftFolder drafts = DraftFolder.in(place)) {
          Files.writeString(drafts.path().resolve("a.txt"), "" + i);
          drafts.commit();
        }
        assertThat(place.resolve("a.txt")).hasContent("" + i);
      }
    } finally {
      ended.set(true);
      other.join();
    }
    assertThat(names()).containsExactly("a.txt");
  }

  /** Deletes folders like another process, which does not know which are of this one. */
  private void deleteUnlockedFolders() {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, ".sextant-draft-*")) {
      for (Path folder : folders) {
        if (!Files.exists(folder.resolve(".lock"))) {
          DraftFolder.deleteUnlocked(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The folder was deleted meanwhile.
    }
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
