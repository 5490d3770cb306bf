package io.sextant.attention.nd4j;

import io.sextant.attention.OffHeap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Settings of ND4J's engine. */
final class Nd4jRuntime {

  private Nd4jRuntime() {}

  /** Sets the properties that the engine reads when it is loaded, and loads it. */
  static void prepare() {
    System.setProperty("org.nd4j.log.initialization", "false");
    OffHeap.liftLimits();
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /**
   * Keeps the calling thread's operations on that thread, because Spark's tasks run in parallel.
   */
  static void useThisThreadOnly() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }
}
