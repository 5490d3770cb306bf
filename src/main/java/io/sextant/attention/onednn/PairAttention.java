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
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Operand;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
 * 3.2), on the arrays of one task. Heads are taken in groups whose scores stay in the processor's
 * cache until they are read again.
 */
final class PairAttention implements AutoCloseable {
  private static final int LAST_AXIS = 2;

  /** The bytes of the scores of a group of several heads, at most. */
  private static final long GROUP_BYTES = 1 << 20;

  private final NativeScope natives = new NativeScope();
  private final engine cpu;
  private final ComputeType computeType;
  private final BertConfig config;
  private final Workspace workspace;
  private final int n;
  private final int heads;

  /** The heads of a group. */
  private final int group;

  private final Map<Window, List<QueryBlock>> blocks = new HashMap<>();
  private final Map<BlockProducts.Shape, BlockProducts> products = new HashMap<>();

  /** The terms of relative positions; null if the design has none. */
  private final PositionScores positionScores;

  /** For each group, the steps from its scores to the parts of its weights. */
  private final List<List<Step>> softmax = new ArrayList<>();

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
    this.config = config;
    this.workspace = workspace;
    this.n = n;
    heads = config.heads();
    group = group(heads, (long) n * n * Float.BYTES);
    positionScores =
        positions == null
            ? null
            : new PositionScores(cpu, computeType, config, n, positions, workspace, natives);
    bindSoftmax();
  }

  /** Returns the greatest number of heads that divides their number and fits into the cache. */
  private static int group(int heads, long bytes) {
    int most = heads;
    while (most > 1 && (heads % most != 0 || most * bytes > GROUP_BYTES)) {
      most--;
    }
    return most;
  }

  /**
   * Computes the scores and weights of the pair whose first token is in row {@code first}.
   *
   * @param layer the layer that has been run up to its projections
   * @param gathers whether the contexts are computed too, for which the values are needed
   */
  void attend(int first, BoundLayers.Layer layer, boolean gathers, stream queue) {
    boolean positions = layer.positions() != null;
    if (positions) {
      positionScores.run(first, layer.positions(), queue);
    }
    boolean more = positions || layer.offsets() != null && !layer.offsets().areZero(n);
    float[] square = new float[more ? n * n : 0];
    List<QueryBlock> all = blocks.computeIfAbsent(layer.window(), seen -> QueryBlock.of(n, seen));
    for (int head = 0; head < heads; head += group) {
      if (more) {
        queue._wait();
        begin(head, layer.offsets(), layer.positions(), square);
      }
      for (QueryBlock block : all) {
        products(block).score(first, head, block, more, queue);
      }
      softmax.get(head / group).forEach(step -> step.run(queue));
      if (gathers) {
        for (QueryBlock block : all) {
          products(block).gather(first, head, block, queue);
        }
      }
    }
  }

  /** Writes what the layer adds to the scores of a group of heads. */
  private void begin(int from, ScoreOffsets offsets, PackedPositions positions, float[] square) {
    for (int head = from; head < from + group; head++) {
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

  private BlockProducts products(QueryBlock block) {
    return products.computeIfAbsent(
        new BlockProducts.Shape(n, group, block.queries(), block.keys()),
        shape -> new BlockProducts(cpu, computeType, config, shape, workspace, natives));
  }

  private void bindSoftmax() {
    memory.desc square = natives.own(Cpu.dense(data_type.f32, group, n, n));
    BfloatDecomposition split =
        new BfloatDecomposition(cpu, computeType, (long) group * n * n, natives);
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
      softmax_forward kernel = natives.own(new softmax_forward(Cpu.fast(description)));
      memory scratch = scratch(natives.own(description.scratchpad_desc()));
      for (int head = 0; head < heads; head += group) {
        long first = (long) head * n * n;
        Operand weights = workspace.weights().from(first, computeType);
        Step step =
            BoundPrimitive.of(
                kernel,
                Map.of(
                    DNNL_ARG_SRC,
                    array(square, Address.of(workspace.scores(), first * Float.BYTES)),
                    DNNL_ARG_DST,
                    array(square, weights.target()),
                    DNNL_ARG_SCRATCHPAD,
                    scratch),
                natives);
        softmax.add(
            Step.chain(
                List.of(step), split.bind(weights, workspace.rest(), this::scratch, natives)));
      }
    }
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
