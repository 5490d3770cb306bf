package io.sextant.bench;

import java.io.PrintStream;

/** The result of a section, which is printed and written to {@code bench.json}. */
interface Finding {

  /** Prints the result, below the section's name. */
  void print(PrintStream out);
}
