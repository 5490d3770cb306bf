package io.sextant.attention.onednn.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.dnnl.stream;

/** A step of a computation, bound to the arrays that it reads and writes. */
public interface Step {

  /** Runs the step after those that were run on the queue before. */
  void run(stream queue);

  /** Concatenates lists of steps. */
  @SafeVarargs
  static List<Step> chain(List<Step>... steps) {
    return Stream.of(steps).flatMap(List::stream).toList();
  }
}
