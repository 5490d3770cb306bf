package io.sextant.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.spark.util.Utils;

/** Chooses the host name of Spark's driver. */
final class LocalHost {
  private static final String LOOPBACK = "localhost";

  private LocalHost() {}

  /**
   * Names the driver {@code localhost} if the run stays on this machine and the machine's own name
   * has no address, as in many containers. Spark looks the address up when its first class is
   * loaded, so this method must be called before that.
   */
  static void settle() {
    if (isAlone() && !hasAddress()) {
      Utils.setCustomHostname(LOOPBACK);
    }
  }

  /** Returns whether the driver and the executors are one process. */
  static boolean isAlone() {
    return System.getProperty("spark.master", "local").startsWith("local");
  }

  private static boolean hasAddress() {
    if (System.getenv("SPARK_LOCAL_IP") != null || System.getenv("SPARK_LOCAL_HOSTNAME") != null) {
      return true;
    }
    try {
      return InetAddress.getLocalHost() != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
