package io.sextant.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
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
 * A local folder for files that are being written. When all are complete, each is moved to its
 * place in one step. After a failure the folder is deleted.
 *
 * <p>A process that is killed leaves its folder behind, but the lock that it held ends with it. The
 * next process that creates a folder in the same place deletes all folders that are not locked. The
 * lock is the first file that is created in a folder and the last one that is deleted, so a folder
 * without it is in use by no process. If a folder is deleted before its process has locked it, the
 * process creates another. Only the owner can read a folder.
 */
public final class DraftFolder implements Closeable {
  static final String PREFIX = ".sextant-draft-";
  private static final String LOCK = ".lock";

  /**
   * The folders of this process, whose locks are not tried, because closing the channel of such a
   * trial would release the lock.
   */
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

  /** Returns whether a folder is one of drafts, by its name. */
  public static boolean isDrafts(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * Creates a folder for files that will be moved into {@code place}, which is created if missing.
   */
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

  /** Creates a folder; returns null if another process deleted it before it was locked. */
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

  /**
   * Locks a file of this process; returns false if another process has locked it. On a file system
   * without locks, it returns true.
   */
  private static boolean isLocked(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (IOException e) {
      return true;
    }
  }

  /** Creates a folder in the temporary directory, for files that are copied elsewhere. */
  public static DraftFolder temporary() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Writes a file and replaces an existing one. If the path is not a regular file, such as a pipe,
   * the content is written to it directly.
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

  /** Returns the folder to write to. Its subfolders become subfolders of the place. */
  public Path path() {
    return folder;
  }

  /**
   * Moves every file to its place. {@code index.html} is moved last, so that the others exist when
   * it does.
   */
  public void commit() throws IOException {
    for (Path file : files(folder)) {
      Path target = place.resolve(folder.relativize(file));
      make(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Returns the files below a folder in the order in which they are moved. */
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

  /** Creates a folder, unless there is a folder or a link to one. */
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
      // Another process has deleted the folder, or the place cannot be listed, which is no error.
    }
  }

  private static boolean isOfOwner(Path folder, Path own) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
  }

  /** Deletes a folder of an ended process. Its lock is held meanwhile. */
  private static void deleteIfDead(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      deleteUnlocked(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folder);
      }
    }
  }

  /**
   * Deletes a folder in which no lock was seen. A process that has just made it may be about to
   * lock it, so nothing is deleted once the lock is there, and the folder only if it is empty.
   */
  static void deleteUnlocked(Path folder) throws IOException {
    List<Path> files = inside(folder);
    if (Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      for (Path path : files) {
        Files.deleteIfExists(path);
      }
    } catch (DirectoryNotEmptyException e) {
      // Its process has locked it.
    }
  }

  /** Returns a folder and all that is in it, the folder last. */
  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      // Another process deletes the folder meanwhile.
      throw e.getCause();
    }
  }

  /** Deletes a folder; its lock is deleted last. */
  private static void delete(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    for (Path path : inside(folder)) {
      if (!path.equals(folder) && !path.equals(lock)) {
        Files.deleteIfExists(path);
      }
    }
    Files.deleteIfExists(lock);
    Files.deleteIfExists(folder);
  }
}
