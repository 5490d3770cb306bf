package io.sextant.attention.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.sextant.bert.BertConfig;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The kernels of ||f(x)|| for all tokens of a pack: the square of v F for each head, F its {@link
 * GramFactor}, then the root of each head's sum.
 */
final class ValueLengths {
  private final engine cpu;
  private final int hidden;
  private final memory.desc values;
  private final memory.desc factors;
  private final memory.desc squares;
  private final memory.desc scratch;
  private final matmul squaring;
  private final Linear summing;
  private final PackedDense ones;

  /** Makes the kernels; {@code owner} frees them. */
  ValueLengths(engine cpu, BertConfig config, int rows, Natives owner) {
    this.cpu = cpu;
    hidden = config.hidden();
    long heads = config.heads();
    long width = config.headSize();
    long[] tokens = {heads, rows, width};
    values = owner.own(Cpu.strided(tokens, new long[] {width, 3L * hidden, 1}));
    factors = owner.own(Cpu.dense(heads, width, width));
    squares = owner.own(Cpu.strided(tokens, new long[] {width, hidden, 1}));
    try (primitive_attr attributes = Cpu.attributes();
        post_ops square = new post_ops()) {
      square.append_eltwise(algorithm.eltwise_square, 0, 0);
      attributes.set_post_ops(square);
      try (matmul.primitive_desc description =
          new matmul.primitive_desc(cpu, values, factors, squares, attributes, false)) {
        scratch = owner.own(description.scratchpad_desc());
        squaring = owner.own(new matmul(Cpu.fast(description)));
      }
    }
    int sums = config.heads();
    summing = new Linear(cpu, rows, hidden, sums, sums, Linear.Then.ROOT, owner);
    ones = summing.pack(membership(config), new float[sums], owner);
  }

  /** Bytes of scratch memory that the kernels need. */
  long scratchBytes() {
    return Math.max(scratch.get_size(), summing.scratchBytes());
  }

  /** A layer's factors as the kernels read them. */
  memory pack(float[] gramFactors, Natives owner) {
    return Cpu.array(cpu, factors, gramFactors, owner);
  }

  /** From a task's values to its norms; the contexts are overwritten. */
  List<Step> bind(memory gramFactors, Workspace workspace) {
    Step square =
        Step.of(
            squaring,
            Map.of(
                DNNL_ARG_SRC, workspace.view(values, workspace.values()),
                DNNL_ARG_WEIGHTS, gramFactors,
                DNNL_ARG_DST, workspace.view(squares, workspace.context()),
                DNNL_ARG_SCRATCHPAD, workspace.view(scratch, workspace.scratch())),
            workspace.natives());
    return List.of(square, summing.bind(ones, workspace.context(), workspace.norms(), workspace));
  }

  /** [hidden, heads]: 1 where the number belongs to the head. */
  private static float[] membership(BertConfig config) {
    float[] membership = new float[config.hidden() * config.heads()];
    for (int i = 0; i < config.hidden(); i++) {
      membership[i * config.heads() + i / config.headSize()] = 1;
    }
    return membership;
  }
}
