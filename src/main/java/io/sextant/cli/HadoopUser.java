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
    require(new UnixSystem().getUsername());
  }

  static void require(String name) {
    if (name == null) {
      throw new BadInputException(
          "the user id of this process has no name in /etc/passwd, which Hadoop needs: add one, or"
              + " run as a user that has a name");
    }
  }
}
