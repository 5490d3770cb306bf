package io.sextant.attention.onednn;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;

/** A kernel bound to the arrays that it reads and writes. */
record Step(primitive kernel, IntMemoryMap arguments) {

  /** Binds a kernel to arrays by oneDNN's argument numbers; {@code owner} frees the binding. */
  static Step of(primitive kernel, Map<Integer, memory> arrays, Natives owner) {
    IntMemoryMap arguments = owner.own(new IntMemoryMap());
    arrays.forEach(arguments::put);
    return new Step(kernel, arguments);
  }

  /** One after another. */
  @SafeVarargs
  static List<Step> chain(List<Step>... steps) {
    return Stream.of(steps).flatMap(List::stream).toList();
  }

  void run(stream queue) {
    kernel.execute(queue, arguments);
  }
}
