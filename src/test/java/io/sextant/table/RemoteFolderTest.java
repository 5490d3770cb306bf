package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests copying local files into a folder in HDFS. */
class RemoteFolderTest {
  @TempDir static java.nio.file.Path disks;
  private static MiniDFSCluster cluster;

  @TempDir java.nio.file.Path work;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  @Test
  void filesTakeThePlacesOfThoseThatWereThereAndNoDraftsAreLeft() throws IOException {
    Path place = new Path("/a/report");
    write("index.html", "old");
    write("t/b.txt", "b");
    RemoteFolder.put(work, files(), place);
    write("index.html", "new");
    RemoteFolder.put(work, files(), place);
    assertThat(names(place)).containsExactlyInAnyOrder("/a/report/index.html", "/a/report/t/b.txt");
    try (var in = files().open(new Path(place, "index.html"))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("new");
    }
  }

  @Test
  void aFailureLeavesNoDrafts() throws IOException {
    Path place = new Path("/b/report");
    write("a.txt", "old");
    RemoteFolder.put(work, files(), place);
    write("a.txt", "new");
    Files.createDirectory(work.resolve("z"));
    write("z/c.txt", "c");
    files().create(new Path(place, "z")).close();
    assertThatThrownBy(() -> RemoteFolder.put(work, files(), place))
        .isInstanceOf(IOException.class);
    assertThat(names(place)).containsExactlyInAnyOrder("/b/report/a.txt", "/b/report/z");
  }

  @Test
  void draftsThatNobodyHasTouchedForAnHourGo() throws IOException {
    Path place = new Path("/c/report");
    Path dead = new Path(place, ".sextant-draft-dead/next.png");
    Path alive = new Path(place, ".sextant-draft-alive/next.png");
    files().create(dead).close();
    files().create(alive).close();
    long old =
        files().getFileStatus(dead).getModificationTime() - Duration.ofMinutes(61).toMillis();
    files().setTimes(dead.getParent(), old, -1);
    write("index.html", "page");
    RemoteFolder.put(work, files(), place);
    assertThat(names(place))
        .containsExactlyInAnyOrder(
            "/c/report/.sextant-draft-alive/next.png", "/c/report/index.html");
  }

  @Test
  void aFileIsPlacedWhereNoneIsAndNowhereElse() throws IOException {
    Path target = new Path("/d/place");
    Path first = new Path("/d/first");
    Path second = new Path("/d/second");
    files().create(first).close();
    files().create(second).close();
    assertThat(WholeFile.place(files(), first, target)).isTrue();
    assertThat(WholeFile.place(files(), second, target)).isFalse();
    assertThat(WholeFile.place(files(), first, new Path("/d/other"))).isFalse();
    assertThat(names(new Path("/d"))).containsExactlyInAnyOrder("/d/place", "/d/second");
  }

  private void write(String name, String text) throws IOException {
    java.nio.file.Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(Path place) throws IOException {
    List<String> names = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files().listFiles(place, true);
    while (all.hasNext()) {
      names.add(all.next().getPath().toUri().getPath());
    }
    return names;
  }

  private static FileSystem files() throws IOException {
    return cluster.getFileSystem();
  }
}
