package io.sextant.attention.onednn;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import java.util.List;
import org.bytedeco.dnnl.engine;

/** The kernels of an encoder that work on all tokens of a pack. */
final class Kernels {
  private final engine cpu;
  private final Arithmetic arithmetic;
  private final BertConfig config;
  private final int rows;
  private final Linear projections;
  private final Linear lastProjections;
  private final Linear lastValue;
  private final ValueLengths lengths;
  private final Linear attentionOutput;
  private final Linear intermediate;
  private final Linear output;
  private final Norm norm;
  private final Split hiddenParts;
  private final Split projectedParts;
  private final Split wideParts;

  /** The kernels for packs of so many rows. */
  Kernels(engine cpu, Arithmetic arithmetic, BertConfig config, int rows, Natives owner) {
    this.cpu = cpu;
    this.arithmetic = arithmetic;
    this.config = config;
    this.rows = rows;
    int hidden = config.hidden();
    int wide = config.intermediate();
    projections = linear(hidden, 3 * hidden, 3 * hidden, Then.NOTHING, owner);
    lastProjections = linear(hidden, 2 * hidden, 3 * hidden, Then.NOTHING, owner);
    lastValue = linear(hidden, hidden, 3 * hidden, Then.NOTHING, owner);
    lengths = new ValueLengths(cpu, arithmetic, config, rows, owner);
    attentionOutput = linear(hidden, hidden, hidden, Then.ADD, owner);
    intermediate = linear(hidden, wide, wide, then(config.activation()), owner);
    output = linear(wide, hidden, hidden, Then.ADD, owner);
    norm = new Norm(cpu, rows, hidden, config.layerNormEpsilon(), owner);
    hiddenParts = parts(hidden, owner);
    projectedParts = parts(3 * hidden, owner);
    wideParts = parts(wide, owner);
  }

  private Kernels(Kernels packed, int rows, Natives owner) {
    cpu = packed.cpu;
    arithmetic = packed.arithmetic;
    config = packed.config;
    this.rows = rows;
    projections = packed.projections.of(rows, owner);
    lastProjections = packed.lastProjections.of(rows, owner);
    lastValue = packed.lastValue.of(rows, owner);
    lengths = packed.lengths.of(rows, owner);
    attentionOutput = packed.attentionOutput.of(rows, owner);
    intermediate = packed.intermediate.of(rows, owner);
    output = packed.output.of(rows, owner);
    norm = packed.norm.of(rows, owner);
    hiddenParts = parts(config.hidden(), owner);
    projectedParts = parts(3 * config.hidden(), owner);
    wideParts = parts(config.intermediate(), owner);
  }

  /** The kernels for other packs, which read weights that were packed for these. */
  Kernels of(int otherRows, Natives owner) {
    return new Kernels(this, otherRows, owner);
  }

  private Linear linear(int in, int out, int stride, Then then, Natives owner) {
    return new Linear(cpu, arithmetic, rows, new Linear.Shape(in, out, stride, then), owner);
  }

  private Split parts(int width, Natives owner) {
    return new Split(cpu, arithmetic, (long) rows * width, owner);
  }

  private static Then then(Activation activation) {
    return switch (activation) {
      case GELU -> Then.GELU;
      case GELU_TANH -> Then.GELU_TANH;
      case RELU -> Then.RELU;
      case SILU -> Then.SILU;
    };
  }

  /** Tokens that a pack has room for; all rows are computed, used or not. */
  int rows() {
    return rows;
  }

  /** Query, key and value side by side. */
  Linear projections() {
    return projections;
  }

  /** Query and key side by side, and room for the value: the last layer needs no more. */
  Linear lastProjections() {
    return lastProjections;
  }

  /** The value in that room, for the norms. */
  Linear lastValue() {
    return lastValue;
  }

  ValueLengths lengths() {
    return lengths;
  }

  Linear attentionOutput() {
    return attentionOutput;
  }

  Linear intermediate() {
    return intermediate;
  }

  Linear output() {
    return output;
  }

  Norm norm() {
    return norm;
  }

  /** The parts of a task's hidden states, or of its contexts. */
  List<Step> splitHidden(Operand operand, Workspace workspace) {
    return split(hiddenParts, operand, workspace);
  }

  /** The parts of a task's projections. */
  List<Step> splitProjected(Workspace workspace) {
    return split(projectedParts, workspace.projected(), workspace);
  }

  /** The parts of what is inside a task's feed-forward layer. */
  List<Step> splitWide(Workspace workspace) {
    return split(wideParts, workspace.wide(), workspace);
  }

  private static List<Step> split(Split split, Operand operand, Workspace workspace) {
    return split.bind(operand, workspace.rest(), workspace::scratch, workspace.natives());
  }
}
