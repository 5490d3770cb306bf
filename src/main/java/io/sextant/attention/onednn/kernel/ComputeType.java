package io.sextant.attention.onednn.kernel;

import io.sextant.attention.Precision;
import java.util.List;
import org.bytedeco.dnnl.memory.data_type;

/** The number format of the operands of matrix products. Products are always summed in float32. */
public enum ComputeType {
  /** Operands are float32. */
  F32(data_type.f32, data_type.f32, List.of(new Term(0, 0))),

  /** Operands are bfloat16. Values that only products read are also written in bfloat16. */
  BF16(data_type.bf16, data_type.bf16, List.of(new Term(0, 0))),

  /**
   * Operands are split into two bfloat16 parts, the rounded number and the remainder. The product
   * of the remainders is below the last digits of float32 and is left out. The greatest term is
   * added last.
   */
  BF16X3(data_type.bf16, data_type.f32, List.of(new Term(1, 0), new Term(0, 1), new Term(0, 0)));

  /** The product of one part of the left operand and one part of the right operand. */
  public record Term(int left, int right) {}

  private final data_type part;
  private final data_type result;
  private final List<Term> terms;

  ComputeType(data_type part, data_type result, List<Term> terms) {
    this.part = part;
    this.result = result;
    this.terms = terms;
  }

  /** Returns the compute type of a precision, which must not be {@link Precision#AUTO}. */
  public static ComputeType of(Precision precision) {
    return switch (precision) {
      case F32 -> F32;
      case BF16 -> BF16;
      case BF16X3 -> BF16X3;
      case AUTO -> throw new IllegalArgumentException("precision auto is not settled");
    };
  }

  /** Returns the data type of the operands' parts. */
  public data_type part() {
    return part;
  }

  /** Returns the number of an operand's parts. */
  public int parts() {
    return terms.size() == 1 ? 1 : 2;
  }

  /** Returns the data type of results that only products read. */
  public data_type result() {
    return result;
  }

  /** Returns a compute type with one part, whose operands have the data type of results. */
  public ComputeType onResults() {
    return result == data_type.f32 ? F32 : this;
  }

  public List<Term> terms() {
    return terms;
  }

  /** Splits weights into parts, which are float32 here and rounded when they are packed. */
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

  /** Rounds to the nearest bfloat16, ties to even. */
  public static float bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000);
  }
}
