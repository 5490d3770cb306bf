package io.sextant.attention.onednn.kernel;

import io.sextant.attention.Precision;
import java.util.List;
import org.bytedeco.dnnl.memory.data_type;

/** How matrix products read their operands. Products are summed in float32 in all of them. */
public enum ComputeType {
  /** As they are. */
  F32(data_type.f32, data_type.f32, List.of(new Term(0, 0))),

  /** Rounded to bfloat16. What only products read is written so. */
  BF16(data_type.bf16, data_type.bf16, List.of(new Term(0, 0))),

  /**
   * As two bfloat16 parts, the rounded number and what the rounding left. The product of what was
   * left is beneath float32's last digits and left out; the greatest term comes last.
   */
  BF16X3(data_type.bf16, data_type.f32, List.of(new Term(1, 0), new Term(0, 1), new Term(0, 0)));

  /** One product, of a part of the left operand and a part of the right one. */
  public record Term(int left, int right) {}

  private final data_type part;
  private final data_type result;
  private final List<Term> terms;

  ComputeType(data_type part, data_type result, List<Term> terms) {
    this.part = part;
    this.result = result;
    this.terms = terms;
  }

  /** That of a precision which is settled. */
  public static ComputeType of(Precision precision) {
    return switch (precision) {
      case F32 -> F32;
      case BF16 -> BF16;
      case BF16X3 -> BF16X3;
      case AUTO -> throw new IllegalArgumentException("precision auto is not settled");
    };
  }

  /** The numbers that products read. */
  public data_type part() {
    return part;
  }

  /** Parts of an operand. */
  public int parts() {
    return terms.size() == 1 ? 1 : 2;
  }

  /** The numbers that products write where nothing but products reads them. */
  public data_type result() {
    return result;
  }

  /** The compute type of one term that reads results as they were written. */
  public ComputeType onResults() {
    return result == data_type.f32 ? F32 : this;
  }

  public List<Term> terms() {
    return terms;
  }

  /** The parts of weights, still in float32; the packing rounds them. */
  public List<float[]> split(float[] weights) {
    if (parts() == 1) {
      return List.of(weights);
    }
    float[] rounded = new float[weights.length];
    float[] rest = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = bfloat16(weights[i]);
      rest[i] = weights[i] - rounded[i];
    }
    return List.of(rounded, rest);
  }

  /** The nearest bfloat16; of two equally near ones the even one. */
  public static float bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000);
  }
}
