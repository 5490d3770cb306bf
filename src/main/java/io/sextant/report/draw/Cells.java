package io.sextant.report.draw;

/**
 * The squares of a heat map, layers down and heads across, coloured by a number of each head and
 * hatched where it is NaN. Lengths in points.
 *
 * @param left edge of the first column
 * @param top edge of the first row
 * @param pitch from one square to the next
 * @param gap between squares, part of the pitch
 */
public record Cells(int layers, int heads, double left, double top, double pitch, double gap) {

  /** A number for every head. */
  public interface Values {
    double of(int layer, int head);
  }

  /** What is done at every head whose number was measured. */
  public interface Visitor {
    void at(int layer, int head, double number);
  }

  /** Left edge of a head's column. */
  public double x(int head) {
    return left + pitch * head;
  }

  /** Top edge of a layer's row. */
  public double y(int layer) {
    return top + pitch * layer;
  }

  public double side() {
    return pitch - gap;
  }

  public double right() {
    return x(heads);
  }

  public double bottom() {
    return y(layers);
  }

  public void draw(Pen pen, Values values, ColorAxis axis) {
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        if (Double.isNaN(values.of(layer, head))) {
          pen.hatch(x(head), y(layer), side());
        }
      }
    }
    forEachMeasured(
        values,
        (layer, head, number) -> pen.fill(x(head), y(layer), side(), side(), axis.color(number)));
  }

  public void forEachMeasured(Values values, Visitor visitor) {
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        double number = values.of(layer, head);
        if (!Double.isNaN(number)) {
          visitor.at(layer, head, number);
        }
      }
    }
  }
}
