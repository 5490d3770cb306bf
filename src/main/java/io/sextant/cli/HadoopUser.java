package io.sextant.cli;

import com.sun.security.auth.module.UnixSystem;
import io.sextant.fault.BadInputException;

/** Checks that the user has a name, without which Hadoop reads and writes nothing. */
final class HadoopUser {
  private HadoopUser() {}

  /**
   * Checks that the user id of this process has a name.
   *
   * @throws BadInputException if it has none, as in a container that was started with an arbitrary
   *     user id
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
