package io.sextant.job;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * The time that some work took, in seconds.
 *
 * @param wall wall time
 * @param thread processor time of the thread that did the work
 * @param process processor time of this process, with that of Java's compiler and collector
 */
record Timing(double wall, double thread, double process) {

  /** What some work gave, and its time. */
  record Result<T>(T value, Timing timing) {}

  /** Does some work and returns its time. */
  static Timing of(Runnable work) {
    Supplier<Void> supplier =
        () -> {
          work.run();
          return null;
        };
    return of(supplier).timing();
  }

  /** Does some work and returns what it gave, and its time. */
  static <T> Result<T> of(Supplier<T> work) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long wall = System.nanoTime();
    long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long process = system.getProcessCpuTime();
    T value = work.get();
    Timing timing =
        new Timing(
            (System.nanoTime() - wall) / 1e9,
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9,
            (system.getProcessCpuTime() - process) / 1e9);
    return new Result<>(value, timing);
  }

  /** Returns the processor time of other threads, such as Java's compiler. */
  double others() {
    return Math.max(0, process - thread);
  }
}
