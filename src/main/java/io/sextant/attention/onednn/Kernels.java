package io.sextant.attention.onednn;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
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

  /**
   * The kernels for packs of some size.
   *
   * @param budget tokens of a pack, if no pair can be longer
   */
  Kernels(engine cpu, BertConfig config, int budget, Natives owner) {
    int hidden = config.hidden();
    int wide = config.intermediate();
    rows = Math.max(budget, config.positions());
    projections = new Linear(cpu, rows, hidden, 3 * hidden, 3 * hidden, Linear.Then.NOTHING, owner);
    lastProjections =
        new Linear(cpu, rows, hidden, 2 * hidden, 3 * hidden, Linear.Then.NOTHING, owner);
    lastValue = new Linear(cpu, rows, hidden, hidden, 3 * hidden, Linear.Then.NOTHING, owner);
    lengths = new ValueLengths(cpu, config, rows, owner);
    attentionOutput = new Linear(cpu, rows, hidden, hidden, hidden, Linear.Then.ADD, owner);
    intermediate = new Linear(cpu, rows, hidden, wide, wide, then(config.activation()), owner);
    output = new Linear(cpu, rows, wide, hidden, hidden, Linear.Then.ADD, owner);
    norm = new Norm(cpu, rows, hidden, config.layerNormEpsilon(), owner);
  }

  private static Linear.Then then(Activation activation) {
    return switch (activation) {
      case GELU -> Linear.Then.GELU;
      case GELU_TANH -> Linear.Then.GELU_TANH;
      case RELU -> Linear.Then.RELU;
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

  /** Bytes of scratch memory that the most demanding kernel needs. */
  long scratchBytes() {
    long bytes = Math.max(norm.scratchBytes(), lengths.scratchBytes());
    for (Linear linear :
        new Linear[] {
          projections, lastProjections, lastValue, attentionOutput, intermediate, output
        }) {
      bytes = Math.max(bytes, linear.scratchBytes());
    }
    return bytes;
  }
}
