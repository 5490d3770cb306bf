package io.sextant.bert.location;

import java.nio.file.Path;

/** Expands {@code ~} in paths that a shell has not expanded. */
final class Home {
  private Home() {}

  /** Returns the path with {@code ~} at its beginning replaced by the home directory. */
  static Path expand(Path path, Path home) {
    if (path.isAbsolute() || !path.getName(0).toString().equals("~")) {
      return path;
    }
    return path.getNameCount() == 1 ? home : home.resolve(path.subpath(1, path.getNameCount()));
  }
}
