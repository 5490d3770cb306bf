package io.sextant.bench;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.sextant.bert.BertConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.stream;

/**
 * The processor's highest rate of matrix products: the best of oneDNN's kernels, on one thread,
 * with the shapes of the linear layers and 512 rows, with weights in each kernel's preferred
 * layout.
 */
final class GemmRate {
  private static final int ROWS = 512;
  private static final int WARM_UP = 3;

  private final data_type type;

  /** The number of hardware products in one product of this precision. */
  private final int products;

  private final int laps;

  GemmRate(String precision, int laps) {
    type = precision.equals("f32") ? data_type.f32 : data_type.bf16;
    products = precision.equals("bf16x3") ? 3 : 1;
    this.laps = laps;
  }

  /**
   * Returns floating-point operations per second of CPU time, with each shape weighted by its work.
   */
  double run(BertConfig config) {
    int hidden = config.hidden();
    int wide = config.intermediate();
    int[][] shapes = {{hidden, 3 * hidden}, {hidden, hidden}, {hidden, wide}, {wide, hidden}};
    double work = 0;
    double seconds = 0;
    for (int[] shape : shapes) {
      work += 2. * ROWS * shape[0] * shape[1];
      seconds += seconds(shape[0], shape[1]);
    }
    return work / seconds / products;
  }

  private double seconds(int in, int out) {
    try (engine cpu = new engine(engine.kind.cpu, 0);
        stream queue = new stream(cpu);
        memory.desc x = new memory.desc(new long[] {ROWS, in}, type, format_tag.ab);
        memory.desc any = new memory.desc(new long[] {in, out}, type, format_tag.any);
        memory.desc y = new memory.desc(new long[] {ROWS, out}, data_type.f32, format_tag.ab);
        memory from = new memory(x, cpu);
        memory to = new memory(y, cpu);
        matmul.primitive_desc description = new matmul.primitive_desc(cpu, x, any, y)) {
      double best = Double.POSITIVE_INFINITY;
      do {
        if (!description.impl_info_str().getString().contains("ref")) {
          best = Math.min(best, seconds(description, cpu, queue, from, to));
        }
      } while (description.next_impl());
      return best;
    }
  }

  private double seconds(
      matmul.primitive_desc description, engine cpu, stream queue, memory from, memory to) {
    try (matmul kernel = new matmul(description);
        memory weights = new memory(description.weights_desc(), cpu);
        IntMemoryMap arrays = new IntMemoryMap()) {
      arrays.put(DNNL_ARG_SRC, from);
      arrays.put(DNNL_ARG_WEIGHTS, weights);
      arrays.put(DNNL_ARG_DST, to);
      List<Double> found = new ArrayList<>();
      for (int lap = -WARM_UP; lap < laps; lap++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        kernel.execute(queue, arrays);
        queue._wait();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (lap >= 0) {
          found.add((end - start) / 1e9);
        }
      }
      return Median.of(found).middle();
    }
  }
}
