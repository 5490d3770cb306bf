package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/** Maps the values of a figure to colours and to places along its legend. */
public interface ColorAxis {

  /** A mark of the legend. The mark of the chance level is emphasised. */
  record Tick(double value, String label, boolean chance) {}

  /** Returns the colour of a value, which must not be NaN. */
  Color color(double value);

  /**
   * Returns the place of a value along the legend, 0 to 1. Values beyond an end are placed there.
   */
  double place(double value);

  /** Returns the value at a place of the legend: the inverse of {@link #place}. */
  double value(double place);

  List<Tick> ticks();
}
