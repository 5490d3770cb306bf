package io.sextant.job.run;

import java.io.PrintStream;
import java.util.Locale;

/** Prints progress, as a bar on a terminal or a line every ten seconds elsewhere. */
public final class PrintedProgress implements ProgressDisplay {
  private static final int WIDTH = 30;
  private static final long LINE_EVERY_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private long start;
  private long lastLine;

  public PrintedProgress(PrintStream out) {
    this.out = out;
  }

  /** Shows the news. A count begins with none done. */
  @Override
  public void show(long done, long total) {
    long now = System.nanoTime();
    if (done == 0) {
      start = now;
      lastLine = now;
    } else if (terminal) {
      out.print("\r" + line(done, total, now) + " ");
      out.flush();
    } else if (now - lastLine >= LINE_EVERY_NANOS) {
      lastLine = now;
      out.println(line(done, total, now));
    }
  }

  @Override
  public void end() {
    if (terminal) {
      out.println();
    }
  }

  private String line(long done, long total, long now) {
    double rate = done / Math.max(1e-9, (now - start) / 1e9);
    String left = done == 0 ? "?" : duration(Math.round((total - done) / rate));
    int filled = (int) (WIDTH * done / Math.max(1, total));
    String bar = terminal ? "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " : "";
    return String.format(
        Locale.ROOT, "%s%,d of %,d pairs, %.1f pairs/s, %s left", bar, done, total, rate, left);
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
