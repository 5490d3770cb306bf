package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The kernels of ||f(x)|| for all tokens of a pack: the square of v F for each head, F its {@link
 * GramFactor}, then the root of each head's sum.
 */
final class ValueLengths {
  private final engine cpu;
  private final Arithmetic arithmetic;
  private final BertConfig config;
  private final memory.desc values;
  private final memory.desc plain;
  private final memory.desc factors;
  private final memory.desc squares;
  private final Product squaring;
  private final RowLengths summing;

  /** Makes the kernels; {@code owner} frees them. */
  ValueLengths(engine cpu, Arithmetic arithmetic, BertConfig config, int rows, Natives owner) {
    this.cpu = cpu;
    this.arithmetic = arithmetic;
    this.config = config;
    long hidden = config.hidden();
    long heads = config.heads();
    long width = config.headSize();
    long[] tokens = {heads, rows, width};
    data_type type = arithmetic.result();
    values = owner.own(Cpu.strided(type, tokens, new long[] {width, 3 * hidden, 1}));
    plain = owner.own(Cpu.dense(data_type.f32, heads, width, width));
    factors = owner.own(Cpu.dense(type, heads, width, width));
    squares = owner.own(Cpu.strided(data_type.f32, tokens, new long[] {width, hidden, 1}));
    try (memory.desc none = new memory.desc()) {
      Product.Shape shape = new Product.Shape(values, factors, none, squares);
      squaring = new Product(cpu, arithmetic.onResults(), shape, Then.SQUARE, owner);
    }
    summing = new RowLengths(cpu, rows * heads, width, owner);
  }

  /** The kernels for other rows, which read the same factors. */
  ValueLengths of(int rows, Natives owner) {
    return new ValueLengths(cpu, arithmetic, config, rows, owner);
  }

  /** A layer's factors as the kernels read them. */
  memory pack(float[] gramFactors, Natives owner) {
    return Cpu.array(cpu, plain, gramFactors, factors, owner);
  }

  /** From a task's values to its norms. */
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
