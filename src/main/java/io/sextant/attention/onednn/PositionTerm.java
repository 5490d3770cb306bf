package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.Matmul;
import io.sextant.attention.onednn.kernel.NativeScope;
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
 * The products of all tokens of a pair with the vectors of some buckets, for all heads: [heads, n,
 * buckets], float32.
 */
final class PositionTerm {
  private final long hidden;
  private final long part;
  private final long rowsOfHead;
  private final List<Address> projected;
  private final Address products;
  private final List<memory> content;
  private final List<memory> positions;
  private final List<Step> steps;

  /**
   * Creates the kernels for pairs of n tokens.
   *
   * @param products the array that receives the products
   * @param owner frees the kernels
   */
  PositionTerm(
      engine cpu,
      ComputeType computeType,
      BertConfig config,
      int n,
      int buckets,
      Address products,
      Workspace workspace,
      NativeScope owner) {
    this.products = products;
    hidden = config.hidden();
    part = Cpu.bytes(computeType.part());
    rowsOfHead = (long) n * buckets;
    projected = workspace.projected().parts();
    long heads = config.heads();
    long width = config.headSize();
    memory.desc tokens =
        owner.own(
            Cpu.strided(
                computeType.part(),
                new long[] {heads, n, width},
                new long[] {width, 3 * hidden, 1}));
    memory.desc vectors =
        owner.own(
            Cpu.strided(
                computeType.part(),
                new long[] {heads, width, buckets},
                new long[] {width, 1, hidden}));
    memory.desc result = owner.own(Cpu.dense(data_type.f32, heads, n, buckets));
    memory.desc none = owner.own(new memory.desc());
    content = projected.stream().map(place -> array(cpu, tokens, place, owner)).toList();
    // The vectors of a layer are set before each run.
    positions = projected.stream().map(place -> array(cpu, vectors, place, owner)).toList();
    steps =
        new Matmul(
                cpu,
                computeType,
                new Matmul.Shape(tokens, vectors, none, result),
                PostOp.NOTHING,
                owner)
            .bind(
                content,
                positions,
                array(cpu, result, products, owner),
                scratch -> owner.own(new memory(scratch, cpu)),
                owner);
  }

  private static memory array(
      engine cpu, memory.desc description, Address place, NativeScope owner) {
    return owner.own(new memory(description, cpu, place));
  }

  /**
   * Computes the products.
   *
   * @param token the index in the projections of the first token's vector
   * @param vectors the parts of a layer's vectors
   * @param bucket the first bucket
   */
  void run(long token, List<Address> vectors, int bucket, stream queue) {
    for (int i = 0; i < content.size(); i++) {
      content.get(i).set_data_handle(Address.of(projected.get(i), token * part));
      positions.get(i).set_data_handle(Address.of(vectors.get(i), bucket * hidden * part));
    }
    steps.forEach(step -> step.run(queue));
  }

  /** Copies the products of a head, [n, buckets]. */
  void read(int head, float[] into) {
    Address first = Address.of(products, head * rowsOfHead * Float.BYTES);
    Workspace.read(first, into, (int) rowsOfHead);
  }
}
