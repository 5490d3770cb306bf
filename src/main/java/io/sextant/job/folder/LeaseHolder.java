package io.sextant.job.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * The process that holds a run's lease.
 *
 * @param token of this holding, drawn at random
 * @param host for messages
 * @param space the boot of its kernel and the space in which its process id counts; empty if
 *     unknown
 * @param pid its process id; 0 if unknown
 * @param started when the process began, as {@link ProcessStart} tells it
 */
record LeaseHolder(String token, String host, String space, long pid, long started) {
  private static final LeaseHolder UNKNOWN = new LeaseHolder("", "", "", 0, 0);

  /** This process. */
  static LeaseHolder self(String token) {
    long pid = ProcessHandle.current().pid();
    return new LeaseHolder(token, thisHost(), ProcessStart.space(), pid, ProcessStart.of(pid));
  }

  /** Whether it is known to have ended: told only of processes that this one can look at. */
  boolean isGone() {
    return pid != 0
        && !space.isEmpty()
        && space.equals(ProcessStart.space())
        && ProcessStart.of(pid) != started;
  }

  /** For messages. */
  String name() {
    return pid == 0 ? "an unknown process" : "process " + pid + " on " + host;
  }

  void write(OutputStream out) throws IOException {
    String text =
        String.join("\n", token, host, space, String.valueOf(pid), String.valueOf(started));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #write} wrote; nobody in particular if it is not whole. */
  static LeaseHolder read(InputStream in) throws IOException {
    String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    try {
      return new LeaseHolder(
          lines[0], lines[1], lines[2], Long.parseLong(lines[3]), Long.parseLong(lines[4]));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return UNKNOWN;
    }
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
