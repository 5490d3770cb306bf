package io.sextant.attention.onednn;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import java.util.List;
import org.bytedeco.dnnl.engine;

/** The kernels of an encoder that work on all tokens of a pack. */
final class Kernels {
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

  /**
   * The kernels for packs of some size.
   *
   * @param budget tokens of a pack, if no pair can be longer
   */
  Kernels(engine cpu, Arithmetic arithmetic, BertConfig config, int budget, Natives owner) {
    int hidden = config.hidden();
    int wide = config.intermediate();
    rows = Math.max(budget, config.positions());
    projections =
        linear(
            cpu, arithmetic, new Linear.Shape(hidden, 3 * hidden, 3 * hidden, Then.NOTHING), owner);
    lastProjections =
        linear(
            cpu, arithmetic, new Linear.Shape(hidden, 2 * hidden, 3 * hidden, Then.NOTHING), owner);
    lastValue =
        linear(cpu, arithmetic, new Linear.Shape(hidden, hidden, 3 * hidden, Then.NOTHING), owner);
    lengths = new ValueLengths(cpu, arithmetic, config, rows, owner);
    attentionOutput =
        linear(cpu, arithmetic, new Linear.Shape(hidden, hidden, hidden, Then.ADD), owner);
    intermediate =
        linear(
            cpu,
            arithmetic,
            new Linear.Shape(hidden, wide, wide, then(config.activation())),
            owner);
    output = linear(cpu, arithmetic, new Linear.Shape(wide, hidden, hidden, Then.ADD), owner);
    norm = new Norm(cpu, rows, hidden, config.layerNormEpsilon(), owner);
    hiddenParts = new Split(cpu, arithmetic, (long) rows * hidden, owner);
    projectedParts = new Split(cpu, arithmetic, 3L * rows * hidden, owner);
    wideParts = new Split(cpu, arithmetic, (long) rows * wide, owner);
  }

  private Linear linear(engine cpu, Arithmetic arithmetic, Linear.Shape shape, Natives owner) {
    return new Linear(cpu, arithmetic, rows, shape, owner);
  }

  private static Then then(Activation activation) {
    return switch (activation) {
      case GELU -> Then.GELU;
      case GELU_TANH -> Then.GELU_TANH;
      case RELU -> Then.RELU;
    };
  }

  /** Tokens that a pack holds, used or not: every pack runs the same kernels. */
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
    return split.bind(
        operand,
        workspace.rest(),
        scratch -> workspace.view(scratch, workspace.scratch()),
        workspace.natives());
  }

  /** Bytes of scratch memory that the most demanding kernel needs. */
  long scratchBytes() {
    long bytes = Math.max(norm.scratchBytes(), lengths.scratchBytes());
    for (Split split : new Split[] {hiddenParts, projectedParts, wideParts}) {
      bytes = Math.max(bytes, split.scratchBytes());
    }
    for (Linear linear :
        new Linear[] {
          projections, lastProjections, lastValue, attentionOutput, intermediate, output
        }) {
      bytes = Math.max(bytes, linear.scratchBytes());
    }
    return bytes;
  }
}
