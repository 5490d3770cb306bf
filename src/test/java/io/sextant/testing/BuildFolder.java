package io.sextant.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The folder of the build that is tested: {@code target}, or {@code target/spark4}. */
public final class BuildFolder {
  private BuildFolder() {}

  /** Returns whether the build for Spark 4 is tested. */
  public static boolean isOfSpark4() {
    return resolve("").endsWith("spark4");
  }

  /** Returns the path of a file of the build. */
  public static Path resolve(String name) {
    try {
      Path classes =
          Path.of(BuildFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolveSibling(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
