package io.sextant.job.executor;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a folder that only its owner can use, in a place where others can write, such as the
 * temporary directory.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * Creates the folder, or restricts the existing one to its owner.
   *
   * @throws BadInputException if the path belongs to another user, or is a link or a file, because
   *     another user may have put it there
   */
  static void make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      boolean isFolder = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
      if (!isFolder || !owner(folder).equals(me(folder.toAbsolutePath().getParent()))) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s is %s: delete it, or name another temporary directory with -Djava.io.tmpdir",
                folder,
                isFolder ? "owned by " + owner(folder).getName() : "no folder"),
            e);
      }
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  private static UserPrincipal owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the owner of the files that this process creates. */
  private static UserPrincipal me(Path place) throws IOException {
    Path probe = Files.createTempFile(place, ".sextant", null);
    try {
      return owner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
