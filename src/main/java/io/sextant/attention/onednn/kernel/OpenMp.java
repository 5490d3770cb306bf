package io.sextant.attention.onednn.kernel;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import org.bytedeco.javacpp.Loader;

/**
 * Sets the number of threads of oneDNN's kernels. oneDNN has no function for it and uses OpenMP's
 * number, which OpenMP keeps for each calling thread.
 */
public final class OpenMp {
  private static final Function SET_NUM_THREADS = find("omp_set_num_threads");

  private OpenMp() {}

  /** Keeps the calling thread's kernels on that thread, because Spark's tasks run in parallel. */
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
