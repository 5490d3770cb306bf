package io.sextant.bert.safetensors;

import io.sextant.bert.Values;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The element types of the safetensors format, named as in its headers. */
public enum ElementType {
  F4(4),
  F6_E2M3(6),
  F6_E3M2(6),
  BOOL(8),
  U8(8),
  I8(8),
  F8_E5M2(8),
  F8_E4M3(8),
  F8_E8M0(8),
  I16(16),
  U16(16),
  F16(16),
  BF16(16),
  I32(32),
  U32(32),
  F32(32),
  C64(64),
  F64(64),
  I64(64),
  U64(64);

  /** The types that weights may have. */
  static final Set<ElementType> WEIGHTS = EnumSet.of(F32, F16, BF16);

  private final int bits;

  ElementType(int bits) {
    this.bits = bits;
  }

  /** Returns the type of a name; empty if there is none. */
  static Optional<ElementType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  int bits() {
    return bits;
  }

  /**
   * Returns the elements in a buffer, in its byte order. The type must be one of {@link #WEIGHTS}.
   */
  Values values(ByteBuffer bytes) {
    return switch (this) {
      case F32 -> {
        FloatBuffer floats = bytes.asFloatBuffer();
        yield floats::get;
      }
      case F16 -> halves(bytes.asShortBuffer(), ElementType::binary16);
      case BF16 -> halves(bytes.asShortBuffer(), bits -> Float.intBitsToFloat(bits << 16));
      default -> throw new IllegalStateException("weights of type " + this);
    };
  }

  /**
   * Converts from IEEE 754's binary16, which has 1 sign bit, 5 exponent bits and 10 fraction bits.
   * Every value is exact in float32.
   */
  public static float binary16(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24f;
          case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        };
    return (bits & 0x8000) == 0 ? magnitude : -magnitude;
  }

  private interface Decoder {
    float decode(int bits);
  }

  private static Values halves(ShortBuffer halves, Decoder decoder) {
    return (from, into, at, count) -> {
      for (int i = 0; i < count; i++) {
        into[at + i] = decoder.decode(halves.get(from + i));
      }
    };
  }
}
