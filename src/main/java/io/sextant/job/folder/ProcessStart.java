package io.sextant.job.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** When a process of this machine began, by its kernel: no clock that is set changes it. */
final class ProcessStart {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PID_SPACE = Path.of("/proc/self/ns/pid");

  /** Fields of {@code /proc/PID/stat} after the command's name, which may hold anything. */
  private static final int STATE = 0;

  private static final int START = 19;

  private ProcessStart() {}

  /**
   * Names the kernel's boot and the space in which its process ids count; empty where the system
   * does not tell. Two processes that give the same can look at each other.
   */
  static String space() {
    try {
      return Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(PID_SPACE);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * When a process began: ticks of the kernel's clock since its boot, or where the system does not
   * tell, milliseconds. Minus one if there is no such process, or it has ended and is not buried.
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
