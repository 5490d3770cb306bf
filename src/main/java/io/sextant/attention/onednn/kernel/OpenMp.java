package io.sextant.attention.onednn.kernel;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import org.bytedeco.javacpp.Loader;

/**
 * The threads that oneDNN's kernels use. It takes their number from OpenMP, which keeps it per
 * calling thread, and has no call of its own to set it.
 */
public final class OpenMp {
  private static final Function SET_NUM_THREADS = find("omp_set_num_threads");

  private OpenMp() {}

  /** Keeps the calling thread's kernels on that thread: Spark's tasks are the parallelism. */
  public static void useThisThreadOnly() {
    SET_NUM_THREADS.invokeVoid(new Object[] {1});
  }

  private static Function find(String name) {
    org.bytedeco.javacpp.Pointer address = Loader.addressof(name);
    if (address == null) {
      throw new IllegalStateException("oneDNN came without OpenMP: no " + name);
    }
    return Function.getFunction(new Pointer(address.address()));
  }
}
