package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.Matmul;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PostOp;
import io.sextant.attention.onednn.kernel.RowNorms;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The kernels that compute ||f(x)|| for all tokens of a pack. They square v F for each head, where
 * F is its {@link GramFactor}, and then take the square root of each head's sum.
 */
final class ValueNorms {
  private final engine cpu;
  private final ComputeType computeType;
  private final BertConfig config;
  private final memory.desc values;
  private final memory.desc plain;
  private final memory.desc factors;
  private final memory.desc squares;
  private final Matmul squaring;
  private final RowNorms summing;

  /** Creates the kernels; {@code owner} frees them. */
  ValueNorms(engine cpu, ComputeType computeType, BertConfig config, int rows, NativeScope owner) {
    this.cpu = cpu;
    this.computeType = computeType;
    this.config = config;
    long hidden = config.hidden();
    long heads = config.heads();
    long width = config.headSize();
    long[] tokens = {heads, rows, width};
    data_type type = computeType.result();
    values = owner.own(Cpu.strided(type, tokens, new long[] {width, 3 * hidden, 1}));
    plain = owner.own(Cpu.dense(data_type.f32, heads, width, width));
    factors = owner.own(Cpu.dense(type, heads, width, width));
    squares = owner.own(Cpu.strided(data_type.f32, tokens, new long[] {width, hidden, 1}));
    try (memory.desc none = new memory.desc()) {
      Matmul.Shape shape = new Matmul.Shape(values, factors, none, squares);
      squaring = new Matmul(cpu, computeType.onResults(), shape, PostOp.SQUARE, owner);
    }
    summing = new RowNorms(cpu, rows * heads, width, owner);
  }

  /** Returns the kernels for another number of rows, which read the same factors. */
  ValueNorms of(int rows, NativeScope owner) {
    return new ValueNorms(cpu, computeType, config, rows, owner);
  }

  /** Converts a layer's factors to the kernels' layout. */
  memory pack(float[] gramFactors, NativeScope owner) {
    return Cpu.array(cpu, plain, gramFactors, factors, owner);
  }

  /** Returns the steps that compute a task's norms from its values. */
  List<Step> bind(memory gramFactors, Workspace workspace) {
    Address between = workspace.squares();
    return Step.chain(
        squaring.bind(
            List.of(workspace.view(values, workspace.values())),
            List.of(gramFactors),
            workspace.view(squares, between),
            workspace::scratch,
            workspace.natives()),
        List.of(summing.bind(between, workspace.norms(), workspace)));
  }
}
