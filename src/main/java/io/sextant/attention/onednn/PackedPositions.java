package io.sextant.attention.onednn;

import io.sextant.attention.PositionVectors;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.NativeScope;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The position keys and position queries of a layer in the parts of the compute type, [buckets,
 * hidden] each. The scale of the scores is applied to the queries, as to those of the content.
 *
 * @param keys the parts of the position keys; empty if content does not attend to positions
 * @param queries the parts of the position queries; empty if positions do not attend to content
 */
record PackedPositions(List<Address> keys, List<Address> queries) {

  static PackedPositions of(
      engine cpu,
      ComputeType computeType,
      PositionVectors vectors,
      double scale,
      NativeScope owner) {
    return new PackedPositions(
        pack(cpu, computeType, vectors.keys(), 1, vectors.width(), owner),
        pack(cpu, computeType, vectors.queries(), scale, vectors.width(), owner));
  }

  private static List<Address> pack(
      engine cpu,
      ComputeType computeType,
      float[] values,
      double scale,
      int width,
      NativeScope owner) {
    if (values == null) {
      return List.of();
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (values[i] * scale);
    }
    long rows = values.length / width;
    memory.desc plain = owner.own(Cpu.dense(data_type.f32, rows, width));
    memory.desc packed = owner.own(Cpu.dense(computeType.part(), rows, width));
    return computeType.split(scaled).stream()
        .map(part -> Address.of(Cpu.array(cpu, plain, part, packed, owner)))
        .toList();
  }
}
