package io.sextant.attention.nd4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The engine's settings that hold for the whole JVM. */
final class Nd4jRuntime {

  private Nd4jRuntime() {}

  /**
   * Sets what has to be set before the engine loads, loads it, and takes it down to one thread per
   * task: Spark's tasks are the parallelism. A system property that the user has set stays.
   */
  static void prepare() {
    setDefault("org.nd4j.log.initialization", "false");
    // JavaCPP refuses off-heap memory beyond -Xmx, and fails once the process holds twice that. The
    // weights are off the heap, whose size says nothing about them.
    setDefault("org.bytedeco.javacpp.maxbytes", "0");
    setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /** Keeps the calling thread's operations on that thread. */
  static void useThisThreadOnly() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
