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
 * @param token a random token that identifies this holder
 * @param host the host's name, for messages
 * @param space the boot id of the kernel and the PID namespace of the process; empty if unknown
 * @param pid the process id; 0 if unknown
 * @param started the start time of the process, as {@link ProcessStart} returns it
 */
record LeaseHolder(String token, String host, String space, long pid, long started) {
  private static final LeaseHolder UNKNOWN = new LeaseHolder("", "", "", 0, 0);

  /** Returns this process as the holder. */
  static LeaseHolder self(String token) {
    long pid = ProcessHandle.current().pid();
    return new LeaseHolder(token, thisHost(), ProcessStart.space(), pid, ProcessStart.of(pid));
  }

  /**
   * Returns whether the process is known to have ended. This is known only of processes that run
   * under the same kernel and in the same PID namespace as this one.
   */
  boolean isGone() {
    return pid != 0
        && !space.isEmpty()
        && space.equals(ProcessStart.space())
        && ProcessStart.of(pid) != started;
  }

  /** Returns the process's name for messages. */
  String name() {
    return pid == 0 ? "an unknown process" : "process " + pid + " on " + host;
  }

  void write(OutputStream out) throws IOException {
    String text =
        String.join("\n", token, host, space, String.valueOf(pid), String.valueOf(started));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #write} wrote; returns an unknown process if the file is incomplete. */
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
