package io.sextant.profile.similarity;

/** Where heads stand in a plane in which like heads are near each other. */
public final class HeadMap {
  /** No head stands anywhere. */
  public static final HeadMap NONE = new HeadMap(new double[0][]);

  private final double[][] places;

  /**
   * A map of heads counted over all layers.
   *
   * @param places x and y of every head; none where nothing is known
   */
  public HeadMap(double[][] places) {
    this.places = places;
  }

  /** NaN if it is not known. */
  public double x(int head) {
    return head < places.length ? places[head][0] : Double.NaN;
  }

  /** NaN if it is not known. */
  public double y(int head) {
    return head < places.length ? places[head][1] : Double.NaN;
  }
}
