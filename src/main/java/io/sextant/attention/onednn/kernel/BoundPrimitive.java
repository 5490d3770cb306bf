package io.sextant.attention.onednn.kernel;

import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;

/** A kernel bound to the arrays that it reads and writes. */
public record BoundPrimitive(primitive kernel, IntMemoryMap arguments) implements Step {

  /** Binds a kernel to arrays by oneDNN's argument numbers; {@code owner} frees the binding. */
  public static BoundPrimitive of(
      primitive kernel, Map<Integer, memory> arrays, NativeScope owner) {
    IntMemoryMap arguments = owner.own(new IntMemoryMap());
    arrays.forEach(arguments::put);
    return new BoundPrimitive(kernel, arguments);
  }

  @Override
  public void run(stream queue) {
    kernel.execute(queue, arguments);
  }
}
