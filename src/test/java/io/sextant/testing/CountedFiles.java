package io.sextant.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Local files under addresses of their own, so that Hadoop counts the bytes that are read from them
 * apart from all others.
 */
public final class CountedFiles extends RawLocalFileSystem {
  private static final String SCHEME = "counted";
  private static final URI ROOT = URI.create(SCHEME + ":///");

  /** Makes the addresses known. */
  public static void register(Configuration hadoop) {
    hadoop.set("fs." + SCHEME + ".impl", CountedFiles.class.getName());
  }

  /** Returns the address of a local file or folder. */
  public static String address(Path path) {
    return SCHEME + "://" + path.toAbsolutePath();
  }

  /** Returns the bytes that all threads have read by such addresses. */
  public static long bytesRead() throws IOException {
    var statistics = FileSystem.getGlobalStorageStatistics().get(SCHEME);
    return statistics == null ? 0 : statistics.getLong("bytesRead");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return ROOT;
  }
}
