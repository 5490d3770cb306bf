package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.BfloatDecomposition;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.ElementProduct;
import io.sextant.attention.onednn.kernel.LayerNormKernel;
import io.sextant.attention.onednn.kernel.Linear;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Operand;
import io.sextant.attention.onednn.kernel.PostOp;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Position;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of an encoder that process all tokens of a pack. */
final class Kernels {
  private final engine cpu;
  private final ComputeType computeType;
  private final BertConfig config;
  private final int rows;
  private final Linear projections;
  private final Linear lastProjections;
  private final Linear lastValue;
  private final ValueNorms valueNorms;
  private final Linear attentionOutput;
  private final Linear activated;
  private final Linear intermediate;
  private final ElementProduct gating;
  private final Linear output;
  private final LayerNormKernel norm;
  private final BfloatDecomposition hiddenParts;
  private final BfloatDecomposition projectedParts;
  private final BfloatDecomposition wideParts;

  /** Creates the kernels for packs with a number of rows; {@code owner} frees them. */
  Kernels(engine cpu, ComputeType computeType, BertConfig config, int rows, NativeScope owner) {
    this.cpu = cpu;
    this.computeType = computeType;
    this.config = config;
    this.rows = rows;
    int hidden = config.hidden();
    int wide = config.intermediate();
    data_type result = computeType.result();
    data_type projected = rotates(config) ? data_type.f32 : result;
    projections = linear(hidden, 3 * hidden, 3 * hidden, PostOp.NOTHING, projected, owner);
    lastProjections = linear(hidden, 2 * hidden, 3 * hidden, PostOp.NOTHING, projected, owner);
    lastValue = linear(hidden, hidden, 3 * hidden, PostOp.NOTHING, result, owner);
    valueNorms = new ValueNorms(cpu, computeType, config, rows, owner);
    attentionOutput = linear(hidden, hidden, hidden, PostOp.ADD, data_type.f32, owner);
    activated = linear(hidden, wide, wide, PostOp.of(config.activation()), result, owner);
    boolean gated = config.design().gated();
    intermediate = gated ? linear(hidden, wide, wide, PostOp.NOTHING, result, owner) : null;
    gating = gated ? new ElementProduct(cpu, result, rows, wide, owner) : null;
    output = linear(wide, hidden, hidden, PostOp.ADD, data_type.f32, owner);
    norm = new LayerNormKernel(cpu, rows, hidden, config.layerNormEpsilon(), owner);
    hiddenParts = parts(hidden, owner);
    projectedParts = parts(3 * hidden, owner);
    wideParts = parts(wide, owner);
  }

  private Kernels(Kernels packed, int rows, NativeScope owner) {
    cpu = packed.cpu;
    computeType = packed.computeType;
    config = packed.config;
    this.rows = rows;
    projections = packed.projections.of(rows, owner);
    lastProjections = packed.lastProjections.of(rows, owner);
    lastValue = packed.lastValue.of(rows, owner);
    valueNorms = packed.valueNorms.of(rows, owner);
    attentionOutput = packed.attentionOutput.of(rows, owner);
    activated = packed.activated.of(rows, owner);
    boolean gated = config.design().gated();
    intermediate = gated ? packed.intermediate.of(rows, owner) : null;
    gating = gated ? packed.gating.of(rows, owner) : null;
    output = packed.output.of(rows, owner);
    norm = packed.norm.of(rows, owner);
    hiddenParts = parts(config.hidden(), owner);
    projectedParts = parts(3 * config.hidden(), owner);
    wideParts = parts(config.intermediate(), owner);
  }

  /** Returns kernels for another number of rows. They read the weights packed for these kernels. */
  Kernels of(int otherRows, NativeScope owner) {
    return new Kernels(this, otherRows, owner);
  }

  private Linear linear(
      int in, int out, int stride, PostOp postOp, data_type type, NativeScope owner) {
    Linear.Shape shape = new Linear.Shape(in, out, stride, postOp, type);
    return new Linear(cpu, computeType, rows, shape, owner);
  }

  private static boolean rotates(BertConfig config) {
    return config.design().position() instanceof Position.Rotary;
  }

  private BfloatDecomposition parts(int width, NativeScope owner) {
    return new BfloatDecomposition(cpu, computeType, (long) rows * width, owner);
  }

  /** Returns the number of rows that are computed, whether a token uses them or not. */
  int rows() {
    return rows;
  }

  /** Returns the kernel of query, key and value, whose outputs are side by side. */
  Linear projections() {
    return projections;
  }

  /**
   * Returns the kernel of the last layer's query and key, which leaves room for the value beside
   * them. The last layer needs no value, except for norms.
   */
  Linear lastProjections() {
    return lastProjections;
  }

  /** Returns the kernel that writes the last layer's value into that room, for the norms. */
  Linear lastValue() {
    return lastValue;
  }

  ValueNorms valueNorms() {
    return valueNorms;
  }

  Linear attentionOutput() {
    return attentionOutput;
  }

  /** Returns the kernel of the feed-forward layer that the activation is applied to. */
  Linear activated() {
    return activated;
  }

  /** Returns the kernel of the layer that a gate is multiplied with; null if there is no gate. */
  Linear intermediate() {
    return intermediate;
  }

  /** Returns the kernel that multiplies that layer with the gate; null if there is no gate. */
  ElementProduct gating() {
    return gating;
  }

  Linear output() {
    return output;
  }

  LayerNormKernel norm() {
    return norm;
  }

  /** Returns the steps that split a task's hidden states, or its contexts, into bfloat16 parts. */
  List<Step> splitHidden(Operand operand, Workspace workspace) {
    return split(hiddenParts, operand, workspace);
  }

  /** Returns the steps that split a task's projections into bfloat16 parts. */
  List<Step> splitProjected(Workspace workspace) {
    return split(projectedParts, workspace.projected(), workspace);
  }

  /**
   * Returns the steps that split the inner activations of a task's feed-forward layer into bfloat16
   * parts.
   */
  List<Step> splitWide(Workspace workspace) {
    return split(wideParts, workspace.wide(), workspace);
  }

  private static List<Step> split(BfloatDecomposition split, Operand operand, Workspace workspace) {
    return split.bind(operand, workspace.rest(), workspace::scratch, workspace.natives());
  }
}
