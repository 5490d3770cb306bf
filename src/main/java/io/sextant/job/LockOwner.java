package io.sextant.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that holds a run's lock.
 *
 * @param id of the run's attempt
 * @param machine the host, and the space in which its process ids count
 * @param started when the process began, milliseconds since 1970; 0 if it cannot be told
 */
record LockOwner(String id, String machine, long pid, long started) {
  private static final Path PID_SPACE = Path.of("/proc/self/ns/pid");

  /** This process. */
  static LockOwner self(String id) {
    return new LockOwner(
        id, here(), ProcessHandle.current().pid(), started(ProcessHandle.current()));
  }

  /** Whether it is known to have ended: told only of processes of this machine. */
  boolean isGone() {
    return machine.equals(here())
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> started == 0 || started(process) == started)
            .isEmpty();
  }

  /** For messages. */
  String name() {
    return pid == 0 ? "an unknown process" : "process " + pid + " on " + machine.split(" ")[0];
  }

  void write(OutputStream out) throws IOException {
    String text = String.join("\n", id, machine, String.valueOf(pid), String.valueOf(started));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #write} wrote; nobody in particular if it is not whole. */
  static LockOwner read(InputStream in) throws IOException {
    String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    try {
      return new LockOwner(lines[0], lines[1], Long.parseLong(lines[2]), Long.parseLong(lines[3]));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return new LockOwner("", "", 0, 0);
    }
  }

  private static String here() {
    String space = "";
    try {
      space = " " + Files.readSymbolicLink(PID_SPACE);
    } catch (IOException e) {
      // Not Linux: the host alone has to do.
    }
    try {
      return InetAddress.getLocalHost().getHostName() + space;
    } catch (UnknownHostException e) {
      return "localhost" + space;
    }
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
