package io.sextant.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder for files of this machine that are being written. They are moved to their places when
 * all are whole, each in one step; of a failure nothing is left.
 *
 * <p>A process that is killed leaves its folder. It held a lock, which ended with it: whoever makes
 * the next folder beside deletes the old one. The lock is the first file of a folder and the last
 * one that is deleted, so a folder without it is nobody's; a process whose folder is taken for one
 * before it is locked makes another. Nobody but its owner can look into a folder.
 */
public final class DraftFolder implements Closeable {
  static final String PREFIX = ".sextant-draft-";
  private static final String LOCK = ".lock";

  /** Folders of this process: closing another channel on a lock's file would end the lock. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path place;
  private final Path folder;
  private final FileChannel lock;

  private DraftFolder(Path place, Path folder, FileChannel lock) {
    this.place = place;
    this.folder = folder;
    this.lock = lock;
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
  public static synchronized DraftFolder in(Path place) throws IOException {
    make(place);
    Path real = place.toRealPath();
    DraftFolder drafts = null;
    while (drafts == null) {
      drafts = made(real);
    }
    deleteDead(real, drafts.folder);
    return drafts;
  }

  /** A new folder; null if another process deleted it before it was locked. */
  private static DraftFolder made(Path place) throws IOException {
    Path folder = Files.createTempDirectory(place, PREFIX);
    OURS.add(folder);
    FileChannel lock = null;
    boolean ours = false;
    try {
      lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      ours = isLocked(lock) && Files.exists(folder.resolve(LOCK));
    } catch (NoSuchFileException e) {
      return null;
    } finally {
      if (!ours) {
        OURS.remove(folder);
        if (lock != null) {
          lock.close();
        }
      }
    }
    return ours ? new DraftFolder(place, folder, lock) : null;
  }

  /** Locks a file of ours, unless another process has; where there are no locks, nobody has. */
  private static boolean isLocked(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (IOException e) {
      return true;
    }
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
    for (Path file : files(folder)) {
      Path target = place.resolve(folder.relativize(file));
      make(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The files below a folder in the order in which they are put in place. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.resolve(LOCK)))
          .sorted(
              Comparator.<Path, Boolean>comparing(file -> file.endsWith("index.html"))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      delete(folder);
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
        if (!OURS.contains(folder) && isOfOwner(folder, own)) {
          deleteIfDead(folder);
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

  /** The lock is held meanwhile, so that nobody takes the folder for its own. */
  private static void deleteIfDead(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      delete(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folder);
      }
    }
  }

  /** Deletes a folder, its lock last. */
  private static void delete(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(folder)) {
      inside = all.sorted(Comparator.reverseOrder()).toList();
    }
    Path lock = folder.resolve(LOCK);
    for (Path path : inside) {
      if (!path.equals(folder) && !path.equals(lock)) {
        Files.deleteIfExists(path);
      }
    }
    Files.deleteIfExists(lock);
    Files.deleteIfExists(folder);
  }
}
