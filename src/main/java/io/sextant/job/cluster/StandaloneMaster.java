package io.sextant.job.cluster;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * Checks the address of a standalone cluster's masters, which has the form {@code
 * spark://HOST:PORT,HOST:PORT}.
 */
public final class StandaloneMaster {
  private static final String SCHEME = "spark://";
  private static final int PATIENCE_MILLIS = 5000;

  private StandaloneMaster() {}

  /**
   * Tries to connect to a master. Spark itself would try for a minute and then end without naming
   * the cause.
   *
   * @param master the value of {@code spark.master}; if it names no standalone cluster, nothing is
   *     checked
   * @throws BadInputException if no master can be reached
   */
  public static void requireAnswer(String master) {
    if (!master.startsWith(SCHEME)) {
      return;
    }
    String reason = "";
    for (String address : master.substring(SCHEME.length()).split(",")) {
      try (Socket socket = new Socket()) {
        socket.connect(place(address), PATIENCE_MILLIS);
        return;
      } catch (IOException | IllegalArgumentException e) {
        reason = e.getMessage();
      }
    }
    throw new BadInputException(
        String.format(
            Locale.ROOT,
            "no Spark master answers at %s (%s): start it, or name another with --master, or SPARK_MASTER for jobs/standalone.sh",
            master,
            reason));
  }

  private static InetSocketAddress place(String address) throws IOException {
    URI uri = URI.create(SCHEME + address);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new IOException("'" + address + "' is not HOST:PORT");
    }
    // URI keeps the brackets of an IPv6 address, which InetSocketAddress does not take.
    return new InetSocketAddress(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
  }
}
