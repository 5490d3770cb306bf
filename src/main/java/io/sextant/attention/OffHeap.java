package io.sextant.attention;

/** Settings of JavaCPP, which every native backend stands on. */
public final class OffHeap {

  private OffHeap() {}

  /**
   * Lifts JavaCPP's limits on native memory: it refuses more than -Xmx, and fails once the process
   * holds twice that, though the weights are not on the heap. To be called before the first class
   * of JavaCPP is loaded; a system property that the user has set stays.
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
