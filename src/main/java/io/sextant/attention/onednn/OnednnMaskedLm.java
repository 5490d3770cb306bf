package io.sextant.attention.onednn;

import io.sextant.attention.MaskedLmRunner;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/** Computes a {@link PackedMaskedLm} on one task's arrays. */
final class OnednnMaskedLm implements MaskedLmRunner {
  private final NativeScope natives = new NativeScope();
  private final OnednnModel model;
  private final PackedMaskedLm head;
  private final stream queue;
  private final Address states;
  private final Address transformed;
  private final Address scores;
  private final List<Step> transform;
  private final List<Step> decode;
  private memory scratch;
  private long scratchBytes;

  OnednnMaskedLm(OnednnModel model, PackedMaskedLm head) {
    this.model = model;
    this.head = head;
    queue = natives.own(new stream(model.cpu()));
    states = zeros(head.hidden());
    transformed = zeros(head.width());
    scores = zeros(head.stride());
    transform = head.transform(states, transformed, this::scratch, natives);
    decode = head.decode(transformed, scores, this::scratch, natives);
  }

  /** Allocates an array with a row of zeros for each lane. */
  private Address zeros(int columns) {
    try (memory.desc shape = Cpu.dense(data_type.f32, LANES, columns)) {
      Address array = Address.of(natives.own(new memory(shape, model.cpu())));
      Pointer.memset(array, 0, (long) LANES * columns * Float.BYTES);
      return array;
    }
  }

  /** Returns scratch memory for a kernel. The kernels run one after another and share it. */
  private memory scratch(memory.desc shape) {
    long bytes = shape.get_size();
    if (bytes == 0) {
      return natives.own(new memory(shape, model.cpu()));
    }
    if (bytes > scratchBytes) {
      scratch = natives.own(new memory(shape, model.cpu()));
      scratchBytes = bytes;
    }
    return natives.own(new memory(shape, model.cpu(), Address.of(scratch)));
  }

  @Override
  public double[][] scores(float[] of, int from, int to) {
    model.requireOpen();
    OpenMp.useThisThreadOnly();
    int rows = to - from;
    float[] some = Arrays.copyOfRange(of, from * head.hidden(), to * head.hidden());
    Workspace.write(states, 0, some, some.length);
    run(transform);
    float[] y = new float[rows * head.width()];
    Workspace.read(transformed, y, y.length);
    head.norm().applyAll(y, rows);
    Workspace.write(transformed, 0, y, y.length);
    run(decode);
    double[][] scored = new double[rows][head.tokens()];
    float[] row = new float[head.tokens()];
    for (int lane = 0; lane < rows; lane++) {
      Workspace.read(
          Address.of(scores, (long) lane * head.stride() * Float.BYTES), row, row.length);
      for (int token = 0; token < row.length; token++) {
        scored[lane][token] = row[token];
      }
    }
    return scored;
  }

  private void run(List<Step> steps) {
    steps.forEach(step -> step.run(queue));
    queue._wait();
  }

  @Override
  public void close() {
    natives.close();
  }
}
