package io.sextant.job.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
  @TempDir Path place;

  @Test
  void nobodyElseCanLookIntoIt() throws IOException {
    Path folder = place.resolve("models");
    PrivateFolder.make(folder);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    PrivateFolder.make(folder);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(place)
        .isDirectoryContaining(folder::equals)
        .isDirectoryNotContaining("glob:**sextant*");
  }

  @Test
  void aLinkOrAFileIsRefused() throws IOException {
    Path link =
        Files.createSymbolicLink(
            place.resolve("link"), Files.createDirectory(place.resolve("theirs")));
    Path file = Files.writeString(place.resolve("file"), "");
    for (Path strange : new Path[] {link, file}) {
      assertThatThrownBy(() -> PrivateFolder.make(strange))
          .isInstanceOf(BadInputException.class)
          .hasMessageContainingAll(strange + " is no folder", "-Djava.io.tmpdir");
    }
  }

  @Test
  void anotherUsersFolderIsRefused() throws IOException {
    Path theirs = Files.createDirectory(place.resolve("theirs"));
    try {
      Files.setAttribute(theirs, "unix:uid", 12345);
    } catch (IOException e) {
      assumeTrue(false, "only root can give a folder away");
    }
    assertThatThrownBy(() -> PrivateFolder.make(theirs))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(theirs + " is owned by 12345");
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }
}
