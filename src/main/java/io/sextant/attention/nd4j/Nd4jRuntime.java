package io.sextant.attention.nd4j;

import io.sextant.attention.OffHeap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The engine's settings. */
final class Nd4jRuntime {

  private Nd4jRuntime() {}

  /** Sets what has to be set before the engine loads, and loads it, for the whole JVM. */
  static void prepare() {
    System.setProperty("org.nd4j.log.initialization", "false");
    OffHeap.liftLimits();
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /** Keeps the calling thread's operations on that thread: Spark's tasks are the parallelism. */
  static void useThisThreadOnly() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }
}
