package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/** What the colours of a figure mean: which value has which colour, and the marks of its legend. */
public interface ColorAxis {

  /** A mark of the legend; the mark of chance stands out. */
  record Tick(double value, String label, boolean chance) {}

  /** The colour of a value; never NaN. */
  Color color(double value);

  /** Where a value stands along the legend, 0 to 1; values beyond the ends stand at the ends. */
  double place(double value);

  /** The value that stands at a place of the legend; undoes {@link #place}. */
  double value(double place);

  List<Tick> ticks();
}
