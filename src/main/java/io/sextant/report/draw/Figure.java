package io.sextant.report.draw;

/** A picture of fixed size, in points (1/72 inch), drawn the same way whatever it is drawn on. */
public interface Figure {

  /** One column of a journal, 8.5 cm. */
  double COLUMN = 241;

  double width();

  double height();

  /** Height of the heading at the top, which a page leaves out because it has headings itself. */
  double heading();

  /** What the picture shows, in a sentence, for those who cannot see it. */
  String description();

  /** Draws onto a surface whose top left corner is (0, 0); paints no background. */
  void draw(Pen pen);
}
