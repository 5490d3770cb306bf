package io.sextant.cli;

import com.sun.security.auth.module.UnixSystem;
import io.sextant.fault.BadInputException;

/** The user as Hadoop, which reads and writes all runs, has to know it: by name. */
final class HadoopUser {
  private HadoopUser() {}

  /**
   * Checks that the user id of this process has a name.
   *
   * @throws BadInputException if it has none, as in a container that was started with an id of its
   *     own
   */
  static void require() {
    UnixSystem user = new UnixSystem();
    require(user.getUsername(), user.getUid());
  }

  static void require(String name, long id) {
    if (name == null) {
      throw new BadInputException(
          "the user id "
              + id
              + " has no name in /etc/passwd, which Hadoop needs: add one, or run as a user that"
              + " has a name");
    }
  }
}
