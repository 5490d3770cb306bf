package io.sextant.testing.kill;

import java.io.File;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts this process's file operations below a path, and kills the process (-9) right before an
 * operation for which there is a kill order. An order is an empty file, named {@code 17} for
 * operation 17 or {@code rename-2} for the second rename. The order is deleted first, so that each
 * kills only one of several processes. {@link KillAgent} makes the JDK's own classes call this one,
 * which is therefore on the bootstrap class path.
 */
public final class FileOperations {
  /** Operations of the lease's heartbeat thread depend on time and are not counted. */
  private static final String HEART = "sextant-lease";

  private static final AtomicLong COUNT = new AtomicLong();
  private static final ConcurrentHashMap<String, AtomicLong> BY_NAME = new ConcurrentHashMap<>();
  private static volatile String place;
  private static volatile File orders;
  private static volatile Runnable death;

  private FileOperations() {}

  /**
   * Starts counting.
   *
   * @param kill ends this process
   */
  public static void watch(String below, File folderOfOrders, Runnable kill) {
    orders = folderOfOrders;
    death = kill;
    place = below;
  }

  /** Returns the number of operations so far. */
  public static long count() {
    return COUNT.get();
  }

  /** Called when an operation on a file is about to begin. */
  public static void begin(String what, Object file) {
    String watched = place;
    if (watched == null || file == null) {
      return;
    }
    String path = file.toString();
    if (path.startsWith(watched)
        && (path.length() == watched.length() || path.charAt(watched.length()) == '/')) {
      begin(what);
    }
  }

  /** Called when an operation below the watched path is about to begin. */
  public static void begin(String what) {
    if (place == null || Thread.currentThread().getName().equals(HEART)) {
      return;
    }
    long number = COUNT.incrementAndGet();
    long named = BY_NAME.computeIfAbsent(what, absent -> new AtomicLong()).incrementAndGet();
    if (isOrder(String.valueOf(number)) || isOrder(what + "-" + named)) {
      System.err.println("killed before operation " + number + ", " + what);
      death.run();
    }
  }

  private static boolean isOrder(String name) {
    return new File(orders, name).delete();
  }
}
