package io.sextant.job.run;

/** Shows how many of a number of pairs are done. */
@FunctionalInterface
public interface ProgressDisplay {
  /** Shows the news. */
  void show(long done, long total);

  /** Ends the display, whether or not all pairs are done. */
  default void end() {}
}
