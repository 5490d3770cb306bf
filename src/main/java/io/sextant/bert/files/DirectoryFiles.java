package io.sextant.bert.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a directory. They are memory-mapped, so all JVMs of a machine share one copy of the
 * weights.
 */
public record DirectoryFiles(Path root) implements ModelFiles {

  private static final int DEPTH = 2;

  /** {@inheritDoc} The root may be a link, as YARN links to the archives that it has unpacked. */
  @Override
  public Set<String> names() {
    try {
      Path folder = root.toRealPath();
      try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
        return paths
            .filter(Files::isRegularFile)
            .map(path -> folder.relativize(path).toString().replace('\\', '/'))
            .collect(Collectors.toSet());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size(String name) {
    try {
      return Files.size(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ByteBuffer slice(String name, long offset, int length) {
    try (FileChannel channel = FileChannel.open(root.resolve(name))) {
      return channel.map(MapMode.READ_ONLY, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String where(String name) {
    return root.resolve(name).toString();
  }
}
