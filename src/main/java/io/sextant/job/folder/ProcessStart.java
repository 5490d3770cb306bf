package io.sextant.job.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The start time of a process of this machine. It comes from the kernel, so setting the clock does
 * not change it.
 */
final class ProcessStart {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PID_SPACE = Path.of("/proc/self/ns/pid");

  /**
   * Indices of the fields of {@code /proc/PID/stat}, counted from the field after the command's
   * name. The name may contain spaces and parentheses.
   */
  private static final int STATE = 0;

  private static final int START = 19;

  private ProcessStart() {}

  /**
   * Returns the kernel's boot id and this process's PID namespace; empty if the system does not
   * provide them. Two processes that return the same can look each other up by process id.
   */
  static String space() {
    try {
      return Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(PID_SPACE);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Returns the start time of a process: clock ticks since the kernel's boot, or milliseconds since
   * the epoch where {@code /proc} is not available. Returns -1 if there is no such process, or if
   * it is a zombie.
   */
  static long of(long pid) {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(PID_SPACE)) {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(process -> process.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
          .orElse(-1L);
    }
    try {
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return dead ? -1 : Long.parseLong(fields[START]);
    } catch (IOException e) {
      return -1;
    }
  }
}
