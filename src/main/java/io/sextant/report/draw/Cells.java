package io.sextant.report.draw;

/**
 * The squares of a heat map, with a row for each layer and a column for each head. A square has the
 * colour of its head's number. It is lightly hatched if the head has too few pairs, and hatched
 * without a colour if the number is NaN. All lengths are in points.
 *
 * @param left the left edge of the first column
 * @param top the top edge of the first row
 * @param pitch the distance between the left edges of two neighbouring squares
 * @param gap the space between two squares, which is part of the pitch
 */
public record Cells(int layers, int heads, double left, double top, double pitch, double gap) {

  /** Returns a number for every head. */
  public interface Values {
    double of(int layer, int head);
  }

  /** Says which heads have too few pairs. */
  public interface Shortage {
    boolean at(int layer, int head);
  }

  /** Receives every head whose number is not NaN. */
  public interface Visitor {
    void at(int layer, int head, double number);
  }

  /** Returns the left edge of a head's column. */
  public double x(int head) {
    return left + pitch * head;
  }

  /** Returns the top edge of a layer's row. */
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

  public void draw(Pen pen, Values values, Shortage shortage, ColorAxis axis) {
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        if (Double.isNaN(values.of(layer, head))) {
          pen.hatch(x(head), y(layer), side());
        }
      }
    }
    forEachMeasured(
        values,
        (layer, head, number) -> {
          pen.fill(x(head), y(layer), side(), side(), axis.color(number));
          if (shortage.at(layer, head)) {
            pen.hatchOver(x(head), y(layer), side(), axis.color(number));
          }
        });
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
