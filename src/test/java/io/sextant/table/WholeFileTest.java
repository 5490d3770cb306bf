package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that files are moved into place whatever file system class handles {@code file:}. */
class WholeFileTest {
  @TempDir Path folder;

  /**
   * Refuses to rename onto an existing file, as Hive's file system for {@code file:} and HDFS do.
   */
  public static class Refusing extends FilterFileSystem {
    public Refusing() {
      super(new LocalFileSystem());
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
        throws IOException {
      return !exists(to) && super.rename(from, to);
    }
  }

  /** Throws if the target exists, as S3A does. */
  public static class Throwing extends Refusing {
    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
        throws IOException {
      if (exists(to)) {
        throw new FileAlreadyExistsException(to.toString());
      }
      return super.rename(from, to);
    }
  }

  /** Reports that files become visible when they are closed, and refuses every rename. */
  public static class Store extends Refusing {
    @Override
    public boolean hasPathCapability(org.apache.hadoop.fs.Path path, String capability) {
      return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM);
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
      throw new AssertionError("a store copies where it is asked to rename");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {LocalFileSystem.class, Refusing.class, Throwing.class, Store.class})
  void aFileIsReplacedAndNothingIsLeftBeside(Class<? extends FileSystem> type) throws IOException {
    FileSystem files = files(type);
    write(files, "first, and longer");
    write(files, "second");
    assertThat(folder.resolve("run.json")).hasContent("second");
    assertThat(names()).containsExactly("run.json");
  }

  @Test
  void aChecksumOfTheOldFileDoesNotRefuteTheNewOne() throws IOException {
    FileSystem files = files(LocalFileSystem.class);
    files.setWriteChecksum(true);
    files.create(path("run.json")).close();
    assertThat(names()).contains(".run.json.crc");
    files.setWriteChecksum(false);
    write(files, "new");
    assertThat(files.open(path("run.json")).readAllBytes()).asString().isEqualTo("new");
  }

  @Test
  void aFolderInTheWayIsAnErrorAndStays() throws IOException {
    Files.createDirectories(folder.resolve("run.json/inside"));
    FileSystem files = files(Refusing.class);
    assertThatThrownBy(() -> write(files, "text")).isInstanceOf(IOException.class);
    assertThat(folder.resolve("run.json/inside")).exists();
  }

  @ParameterizedTest
  @ValueSource(classes = {LocalFileSystem.class, Refusing.class, Throwing.class})
  void aSecondAttemptToCommitChangesNothing(Class<? extends FileSystem> type) throws IOException {
    RunDirectory run = RunDirectory.at(folder.toString(), configuration(type));
    assertThat(run.files()).isInstanceOf(type);
    for (String draft : List.of("draft-1", "draft-2")) {
      Files.writeString(folder.resolve(draft), "same bytes");
      run.commit(run.resolve(draft), run.resolve("chunk"));
    }
    assertThat(folder.resolve("chunk")).hasContent("same bytes");
  }

  @ParameterizedTest
  @ValueSource(classes = {LocalFileSystem.class, Refusing.class, Throwing.class, Store.class})
  void aNewFileIsPutWhereNoneIsAndNowhereElse(Class<? extends FileSystem> type) throws IOException {
    RunDirectory run = RunDirectory.at(folder.toString(), configuration(type));
    for (String text : List.of("first", "second")) {
      boolean put =
          run.putNew(
              path("lease"),
              path("draft"),
              draft -> {
                try (OutputStream out = run.files().create(draft, true)) {
                  out.write(text.getBytes(StandardCharsets.UTF_8));
                }
              });
      assertThat(put).isEqualTo(text.equals("first"));
    }
    assertThat(folder.resolve("lease")).hasContent("first");
    assertThat(names()).containsExactly("lease");
  }

  private void write(FileSystem files, String text) throws IOException {
    RunDirectory.at(folder.toString(), files.getConf())
        .put(
            path("run.json"),
            draft -> {
              try (OutputStream out = files.create(draft, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
              }
            });
  }

  private FileSystem files(Class<? extends FileSystem> type) throws IOException {
    FileSystem files = path("run.json").getFileSystem(configuration(type));
    files.setWriteChecksum(false);
    assertThat(files).isInstanceOf(type);
    return files;
  }

  private static Configuration configuration(Class<? extends FileSystem> type) {
    Configuration configuration = new Configuration();
    configuration.setClass("fs.file.impl", type, FileSystem.class);
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    return configuration;
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toString());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
