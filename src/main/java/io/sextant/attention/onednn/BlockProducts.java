package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.Matmul;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Operand;
import io.sextant.attention.onednn.kernel.PostOp;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.stream;

/**
 * The matrix products of the attention of some heads in a {@link QueryBlock}, on the arrays of one
 * task: the scores, and the sums of the values that the weights give. Where the pair, the heads and
 * the block are, is set before each run.
 */
final class BlockProducts {

  /**
   * The shape of the products.
   *
   * @param n the tokens of a pair
   * @param heads the heads that are computed together
   * @param queries the queries of a block
   * @param keys the keys of a block
   */
  record Shape(int n, int heads, int queries, int keys) {}

  private final ComputeType computeType;
  private final Workspace workspace;
  private final int n;
  private final long hidden;
  private final long width;
  private final List<memory> query;
  private final List<memory> key;
  private final List<memory> value;
  private final List<memory> weights;
  private final memory scores;
  private final memory context;
  private final List<Step> score;

  /** The steps that add the scores to what is in their place; empty if no layer adds anything. */
  private final List<Step> addScore;

  private final List<Step> gather;

  /** Creates the kernels; {@code owner} frees them. */
  BlockProducts(
      engine cpu,
      ComputeType computeType,
      BertConfig config,
      Shape shape,
      Workspace workspace,
      NativeScope owner) {
    this.computeType = computeType;
    this.workspace = workspace;
    n = shape.n();
    hidden = config.hidden();
    width = config.headSize();
    long row = 3 * hidden;
    long square = (long) n * n;
    long[] queries = {shape.heads(), shape.queries(), width};
    long[] keys = {shape.heads(), shape.keys(), width};
    long[] transposed = {shape.heads(), width, shape.keys()};
    long[] block = {shape.heads(), shape.queries(), shape.keys()};
    data_type part = computeType.part();
    memory.desc x = owner.own(Cpu.strided(part, queries, new long[] {width, row, 1}));
    memory.desc w = owner.own(Cpu.strided(part, transposed, new long[] {width, 1, row}));
    memory.desc y = owner.own(Cpu.strided(data_type.f32, block, new long[] {square, n, 1}));
    memory.desc a = owner.own(Cpu.strided(part, block, new long[] {square, n, 1}));
    memory.desc v = owner.own(Cpu.strided(part, keys, new long[] {width, row, 1}));
    memory.desc sum =
        owner.own(Cpu.strided(computeType.result(), queries, new long[] {width, hidden, 1}));
    memory.desc none = owner.own(new memory.desc());
    Operand projected = workspace.projected();
    query = arrays(cpu, x, projected.parts(), owner);
    key = arrays(cpu, w, projected.parts(), owner);
    value = arrays(cpu, v, projected.parts(), owner);
    weights = arrays(cpu, a, workspace.weights().parts(), owner);
    scores = owner.own(new memory(y, cpu, workspace.scores()));
    context = owner.own(new memory(sum, cpu, workspace.context().target()));
    Matmul.Shape products = new Matmul.Shape(x, w, none, y);
    Matmul.Shape sums = new Matmul.Shape(a, v, none, sum);
    score =
        new Matmul(cpu, computeType, products, PostOp.NOTHING, owner)
            .bind(query, key, scores, scratch -> owner.own(new memory(scratch, cpu)), owner);
    addScore =
        config.design().addsToScores()
            ? new Matmul(cpu, computeType, products, PostOp.ADD, owner)
                .bind(query, key, scores, scratch -> owner.own(new memory(scratch, cpu)), owner)
            : List.of();
    gather =
        new Matmul(cpu, computeType, sums, PostOp.NOTHING, owner)
            .bind(weights, value, context, scratch -> owner.own(new memory(scratch, cpu)), owner);
  }

  private static List<memory> arrays(
      engine cpu, memory.desc description, List<Address> parts, NativeScope owner) {
    return parts.stream().map(part -> owner.own(new memory(description, cpu, part))).toList();
  }

  /**
   * Computes scores.
   *
   * @param first the row of the pair's first token
   * @param head the first head
   * @param more whether they are added to what is in their place
   */
  void score(int first, int head, QueryBlock block, boolean more, stream queue) {
    List<Address> projected = workspace.projected().parts();
    place(query, projected, 3L * (first + block.query()) * hidden + head * width);
    place(key, projected, (3L * (first + block.key()) + 1) * hidden + head * width);
    place(scores, workspace.scores(), Float.BYTES * square(head, block));
    (more ? addScore : score).forEach(step -> step.run(queue));
  }

  /** Computes the contexts of the queries from their weights. */
  void gather(int first, int head, QueryBlock block, stream queue) {
    place(weights, workspace.weights().parts(), square(head, block));
    place(
        value,
        workspace.projected().parts(),
        (3L * (first + block.key()) + 2) * hidden + head * width);
    long index = (first + block.query()) * hidden + head * width;
    place(context, workspace.context().target(), index * Cpu.bytes(computeType.result()));
    gather.forEach(step -> step.run(queue));
  }

  /** Returns the index of a block's first number in arrays of shape [heads, n, n]. */
  private long square(int head, QueryBlock block) {
    return ((long) head * n + block.query()) * n + block.key();
  }

  private void place(List<memory> arrays, List<Address> parts, long index) {
    for (int part = 0; part < arrays.size(); part++) {
      place(arrays.get(part), parts.get(part), index * Cpu.bytes(computeType.part()));
    }
  }

  private static void place(memory array, Address first, long bytes) {
    array.set_data_handle(Address.of(first, bytes));
  }
}
