package io.sextant.profile.similarity;

/** Coordinates of the heads in a plane in which similar heads are close to each other. */
public final class HeadMap {
  /** A map without coordinates. */
  public static final HeadMap NONE = new HeadMap(new double[0][]);

  private final double[][] places;

  /**
   * Creates a map of heads, which are counted over all layers.
   *
   * @param places x and y of every head; empty if they are not known
   */
  public HeadMap(double[][] places) {
    this.places = places;
  }

  /** Returns the first coordinate of a head; NaN if it is not known. */
  public double x(int head) {
    return head < places.length ? places[head][0] : Double.NaN;
  }

  /** Returns the second coordinate of a head; NaN if it is not known. */
  public double y(int head) {
    return head < places.length ? places[head][1] : Double.NaN;
  }
}
