package io.sextant.syntax;

import io.sextant.bert.Window;

/**
 * The positions of the units of a {@link WordAlignment}.
 *
 * @param first the first token of each unit
 * @param last the last token of each unit
 */
record UnitSpans(int[] first, int[] last) {

  static UnitSpans of(WordAlignment units) {
    UnitSpans spans = new UnitSpans(new int[units.size], new int[units.size]);
    for (int position = units.unitOf.length - 1; position >= 0; position--) {
      if (units.unitOf[position] >= 0) {
        spans.first[units.unitOf[position]] = position;
      }
    }
    for (int position = 0; position < units.unitOf.length; position++) {
      if (units.unitOf[position] >= 0) {
        spans.last[units.unitOf[position]] = position;
      }
    }
    return spans;
  }

  /** Returns whether any token of a unit sees any token of another, which is then true of both. */
  boolean see(Window window, int unit, int other) {
    return window.sees(Math.max(0, Math.max(first[other] - last[unit], first[unit] - last[other])));
  }
}
