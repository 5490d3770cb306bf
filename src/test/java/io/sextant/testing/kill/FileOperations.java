package io.sextant.testing.kill;

import java.io.File;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what this process changes in files below a place, and kills it (-9) right before an
 * operation at which it is ordered to die. An order is an empty file, {@code 17} for operation 17,
 * {@code rename-2} for the second rename. It is deleted first, so that each order kills one process
 * of several that have them. {@link KillAgent} lets the JDK's own classes call it: it lies on the
 * bootstrap class path.
 */
public final class FileOperations {
  /** What the lease's heart does depends on the time. */
  private static final String HEART = "sextant-lease";

  private static final AtomicLong COUNT = new AtomicLong();
  private static final ConcurrentHashMap<String, AtomicLong> BY_NAME = new ConcurrentHashMap<>();
  private static volatile String place;
  private static volatile File orders;
  private static volatile Runnable death;

  private FileOperations() {}

  /**
   * Begins to count.
   *
   * @param kill ends this process
   */
  public static void watch(String below, File folderOfOrders, Runnable kill) {
    orders = folderOfOrders;
    death = kill;
    place = below;
  }

  /** How many there were so far. */
  public static long count() {
    return COUNT.get();
  }

  /** An operation on a file is about to begin. */
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

  /** An operation below the place is about to begin. */
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
