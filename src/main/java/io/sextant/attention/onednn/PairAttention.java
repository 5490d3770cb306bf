package io.sextant.attention.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.sextant.attention.PositionVectors;
import io.sextant.attention.ScoreOffsets;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.BfloatDecomposition;
import io.sextant.attention.onednn.kernel.BoundPrimitive;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.Matmul;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Operand;
import io.sextant.attention.onednn.kernel.PostOp;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.softmax_forward;
import org.bytedeco.dnnl.stream;

/**
 * Computes the attention of all heads within pairs of one length (Vaswani et al. 2017, section
 * 3.2), on the arrays of one task.
 */
final class PairAttention implements AutoCloseable {
  private static final int LAST_AXIS = 2;

  /** The tokens from which on the products of a pair are {@linkplain Matmul#large large}. */
  private static final int LARGE = 100;

  private final NativeScope natives = new NativeScope();
  private final engine cpu;
  private final ComputeType computeType;
  private final Workspace workspace;
  private final int n;
  private final int heads;
  private final long hidden;
  private final List<memory> query;
  private final List<memory> key;
  private final List<memory> value;
  private final memory context;
  private final List<Step> score;

  /** The steps that add the scores to what the layer adds; empty if no layer adds anything. */
  private final List<Step> addScore;

  /** The terms of relative positions; null if the design has none. */
  private final PositionScores positionScores;

  private final Step softmax;
  private final List<Step> gather;

  /**
   * Creates the kernels for pairs of n tokens.
   *
   * @param positions the position vectors of any layer; null if the design has none
   */
  PairAttention(
      engine cpu,
      ComputeType computeType,
      BertConfig config,
      int n,
      PositionVectors positions,
      Workspace workspace) {
    this.cpu = cpu;
    this.computeType = computeType;
    this.workspace = workspace;
    this.n = n;
    hidden = config.hidden();
    heads = config.heads();
    long width = config.headSize();
    long row = 3 * hidden;
    data_type part = computeType.part();
    long[] wide = {heads, n, width};
    memory.desc tokens = natives.own(Cpu.strided(part, wide, new long[] {width, row, 1}));
    memory.desc transposed =
        natives.own(Cpu.strided(part, new long[] {heads, width, n}, new long[] {width, 1, row}));
    memory.desc gathered =
        natives.own(Cpu.strided(computeType.result(), wide, new long[] {width, hidden, 1}));
    memory.desc square = natives.own(Cpu.dense(data_type.f32, heads, n, n));
    memory.desc squarePart = natives.own(Cpu.dense(part, heads, n, n));
    memory.desc none = natives.own(new memory.desc());
    query = arrays(tokens, workspace.projected());
    key = arrays(transposed, workspace.projected());
    value = arrays(tokens, workspace.projected());
    context = array(gathered, workspace.context().target());
    memory scores = array(square, workspace.scores());
    memory weights = array(square, workspace.weights().target());
    Matmul.Shape products = new Matmul.Shape(tokens, transposed, none, square);
    score = product(products, PostOp.NOTHING).bind(query, key, scores, this::scratch, natives);
    addScore =
        config.design().addsToScores()
            ? product(products, PostOp.ADD).bind(query, key, scores, this::scratch, natives)
            : List.of();
    positionScores =
        positions == null
            ? null
            : new PositionScores(cpu, computeType, config, n, positions, workspace, natives);
    softmax = softmax(square, scores, weights);
    Matmul sum = product(new Matmul.Shape(squarePart, tokens, none, gathered), PostOp.NOTHING);
    long all = (long) heads * n * n;
    BfloatDecomposition split = new BfloatDecomposition(cpu, computeType, all, natives);
    gather =
        Step.chain(
            split.bind(workspace.weights(), workspace.rest(), this::scratch, natives),
            sum.bind(
                arrays(squarePart, workspace.weights()), value, context, this::scratch, natives));
  }

  /**
   * Computes the scores and weights of the pair whose first token is in row {@code first}.
   *
   * @param layer the layer that has been run up to its projections
   */
  void weigh(int first, BoundLayers.Layer layer, stream queue) {
    place(query, 3L * first * hidden);
    place(key, (3L * first + 1) * hidden);
    if (layer.offsets() == null && layer.positions() == null) {
      score.forEach(step -> step.run(queue));
    } else {
      if (layer.positions() != null) {
        positionScores.run(first, layer.positions(), queue);
      }
      queue._wait();
      begin(layer.offsets(), layer.positions());
      addScore.forEach(step -> step.run(queue));
    }
    softmax.run(queue);
  }

  /** Writes what the layer adds to the scores of all heads. */
  private void begin(ScoreOffsets offsets, PackedPositions positions) {
    float[] square = new float[n * n];
    for (int head = 0; head < heads; head++) {
      if (offsets == null) {
        Arrays.fill(square, 0);
      } else if (head == 0 || positions != null || !offsets.areShared()) {
        offsets.fill(head, n, square);
      }
      if (positions != null) {
        positionScores.add(head, positions, square);
      }
      Workspace.write(workspace.scores(), (long) head * n * n, square, n * n);
    }
  }

  /** Computes the contexts of the pair, after {@link #weigh} was called for it. */
  void gather(int first, stream queue) {
    place(value, (3L * first + 2) * hidden);
    long bytes = first * hidden * Cpu.bytes(computeType.result());
    context.set_data_handle(Address.of(workspace.context().target(), bytes));
    gather.forEach(step -> step.run(queue));
  }

  /** Sets the arrays to the first number of a pair in each part of the projections. */
  private void place(List<memory> parts, long index) {
    for (int part = 0; part < parts.size(); part++) {
      Address first = workspace.projected().parts().get(part);
      long bytes = index * Cpu.bytes(computeType.part());
      parts.get(part).set_data_handle(Address.of(first, bytes));
    }
  }

  private Matmul product(Matmul.Shape shape, PostOp postOp) {
    return n < LARGE
        ? new Matmul(cpu, computeType, shape, postOp, natives)
        : Matmul.large(cpu, computeType, shape, postOp, natives);
  }

  private Step softmax(memory.desc square, memory scores, memory weights) {
    try (primitive_attr attributes = Cpu.attributes();
        softmax_forward.primitive_desc description =
            new softmax_forward.primitive_desc(
                cpu,
                prop_kind.forward_inference,
                algorithm.softmax_accurate,
                square,
                square,
                LAST_AXIS,
                attributes,
                false)) {
      return BoundPrimitive.of(
          natives.own(new softmax_forward(Cpu.fast(description))),
          Map.of(
              DNNL_ARG_SRC, scores,
              DNNL_ARG_DST, weights,
              DNNL_ARG_SCRATCHPAD, scratch(natives.own(description.scratchpad_desc()))),
          natives);
    }
  }

  private List<memory> arrays(memory.desc description, Operand operand) {
    return operand.parts().stream().map(part -> array(description, part)).toList();
  }

  private memory array(memory.desc description, Address place) {
    return natives.own(new memory(description, cpu, place));
  }

  private memory scratch(memory.desc description) {
    return natives.own(new memory(description, cpu));
  }

  @Override
  public void close() {
    natives.close();
  }
}
