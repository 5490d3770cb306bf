package io.sextant.bert.location;

import java.nio.file.Path;

/** The home directory in paths that no shell has seen. */
final class Home {
  private Home() {}

  /** A path with {@code ~} at its beginning replaced. */
  static Path expand(Path path, Path home) {
    if (path.isAbsolute() || !path.getName(0).toString().equals("~")) {
      return path;
    }
    return path.getNameCount() == 1 ? home : home.resolve(path.subpath(1, path.getNameCount()));
  }
}
