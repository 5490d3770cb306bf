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
  private final Linear summing;
  private final PackedDense ones;

  /** Makes the kernels; {@code owner} frees them. */
  static ValueLengths of(
      engine cpu, Arithmetic arithmetic, BertConfig config, int rows, Natives owner) {
    int sums = config.heads();
    Linear.Shape sum = new Linear.Shape(config.hidden(), sums, sums, Then.ROOT);
    Linear summing = new Linear(cpu, Arithmetic.F32, rows, sum, owner);
    PackedDense ones = summing.pack(membership(config), new float[sums], owner);
    return new ValueLengths(cpu, arithmetic, config, rows, summing, ones, owner);
  }

  private ValueLengths(
      engine cpu,
      Arithmetic arithmetic,
      BertConfig config,
      int rows,
      Linear summing,
      PackedDense ones,
      Natives owner) {
    this.cpu = cpu;
    this.arithmetic = arithmetic;
    this.config = config;
    this.summing = summing;
    this.ones = ones;
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
  }

  /** The kernels for other rows, which read factors that were packed for these. */
  ValueLengths of(int rows, Natives owner) {
    return new ValueLengths(cpu, arithmetic, config, rows, summing.of(rows, owner), ones, owner);
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
        summing.bind(ones, new Operand(between, List.of(between)), workspace.norms(), workspace));
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
