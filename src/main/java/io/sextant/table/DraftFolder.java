package io.sextant.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder for files of this machine that are being written. They are moved to their places when
 * all are whole, each in one step; of a failure nothing is left.
 *
 * <p>A process that is killed leaves its folder. It held a lock, which ended with it: whoever makes
 * the next folder beside deletes the old one. Nobody but its owner can look into a folder.
 */
public final class DraftFolder implements Closeable {
  private static final String PREFIX = ".sextant-draft-";
  private static final String LOCK = ".lock";

  /** So long a folder may be without a lock, while it is made. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** Folders of this process: closing another channel on a lock's file would end the lock. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path place;
  private final Path folder;
  private final FileChannel lock;

  private DraftFolder(Path place, Path folder) throws IOException {
    this.place = place;
    this.folder = folder;
    this.lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Writes a file. */
  public interface Content {
    void writeTo(Path draft) throws IOException;
  }

  /** Whether a folder of this name is one of drafts. */
  public static boolean isDrafts(String name) {
    return name.startsWith(PREFIX);
  }

  /** A folder for files that belong into another, which is made if it is missing. */
  public static DraftFolder in(Path place) throws IOException {
    make(place);
    Path real = place.toRealPath();
    Path folder = Files.createTempDirectory(real, PREFIX);
    OURS.add(folder);
    DraftFolder drafts = new DraftFolder(real, folder);
    try {
      drafts.lock.tryLock();
    } catch (IOException e) {
      // A file system without locks: the folder stays if this process is killed.
    }
    deleteDead(real, folder);
    return drafts;
  }

  /** A folder for files that belong nowhere yet. */
  public static DraftFolder temporary() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Writes one file in place of one that is there. What is no file, such as a pipe, is written to.
   */
  public static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      content.writeTo(file);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    try (DraftFolder drafts = in(target.getParent())) {
      content.writeTo(drafts.path().resolve(target.getFileName()));
      drafts.commit();
    }
  }

  /** Where to write; folders in it become folders at the place. */
  public Path path() {
    return folder;
  }

  /** Moves every file to its place, {@code index.html} last: whoever sees it has the others. */
  public void commit() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.equals(folder.resolve(LOCK)))
              .sorted(
                  Comparator.<Path, Boolean>comparing(file -> file.endsWith("index.html"))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
    }
    for (Path file : files) {
      Path target = place.resolve(folder.relativize(file));
      make(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      PathUtils.deleteDirectory(folder);
    } finally {
      lock.close();
      OURS.remove(folder);
    }
  }

  /** Makes a folder, unless a folder or a link to one is there. */
  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private static void deleteDead(Path place, Path own) {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : drafts) {
        if (!OURS.contains(folder) && isOfOwner(folder, own) && isDead(folder)) {
          PathUtils.deleteDirectory(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another process was faster, or the place cannot be listed: somebody else will clear it.
    }
  }

  private static boolean isOfOwner(Path folder, Path own) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
  }

  private static boolean isDead(Path folder) {
    Path file = folder.resolve(LOCK);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        return made.isBefore(Instant.now().minus(YOUNG));
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return channel.tryLock() != null;
      }
    } catch (IOException e) {
      // Gone in the meantime, or no locks here: it is left alone.
      return false;
    }
  }
}
