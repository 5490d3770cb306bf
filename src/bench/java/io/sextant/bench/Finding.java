package io.sextant.bench;

import java.io.PrintStream;

/** What a section found: kept in {@code bench.json} as it is, and printed. */
interface Finding {

  /** Prints it, under the section's name. */
  void print(PrintStream out);
}
