package io.sextant.report.draw;

/** A picture of fixed size, in points (1/72 inch), which can be drawn on any surface. */
public interface Figure {

  /** The width of a journal's column, 8.5 cm. */
  double COLUMN = 241;

  double width();

  double height();

  /** Returns the height of the heading, which a page leaves out because it has its own headings. */
  double heading();

  /** Returns a sentence that describes the picture for readers who cannot see it. */
  String description();

  /** Draws on a surface whose top left corner is (0, 0), without a background. */
  void draw(Pen pen);
}
