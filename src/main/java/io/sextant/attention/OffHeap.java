package io.sextant.attention;

/** Sets JavaCPP, which every native backend uses. */
public final class OffHeap {

  private OffHeap() {}

  /**
   * Lifts JavaCPP's limits on native memory. By default it refuses more than -Xmx, and fails if the
   * process has more than twice that, although the weights are not on the heap. This must be called
   * before the first class of JavaCPP is loaded. System properties that the user has set are kept.
   */
  public static void liftLimits() {
    setDefault("org.bytedeco.javacpp.maxbytes", "0");
    setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
    setDefault("org.bytedeco.javacpp.logger", "slf4j");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
