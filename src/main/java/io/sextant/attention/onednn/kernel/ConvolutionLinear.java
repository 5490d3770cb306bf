package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.LongPointer;

/**
 * The kernel of a linear layer in float32 as a convolution with filters of one pixel: the rows of x
 * are the pixels of a picture of height 1, and their numbers are its channels. oneDNN's convolution
 * for AVX2 reads packed weights and applies f to results in registers, which its matrix products
 * for AVX2 do not.
 */
final class ConvolutionLinear implements Linear {
  /** The channels that oneDNN's kernel processes at a time. */
  private static final int CHANNELS = 8;

  private final engine cpu;
  private final Shape shape;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc weights;
  private final memory.desc bias;
  private final memory.desc y;
  private final memory.desc scratch;
  private final convolution_forward code;

  /** Creates the kernel for a shape that {@link #takes} accepts. */
  ConvolutionLinear(engine cpu, int rows, Shape shape, NativeScope owner) {
    this(
        cpu,
        rows,
        shape,
        owner.own(Cpu.anyLayout(data_type.f32, shape.out(), shape.in(), 1, 1)),
        owner);
  }

  private ConvolutionLinear(
      engine cpu, int rows, Shape shape, memory.desc filters, NativeScope owner) {
    this.cpu = cpu;
    this.shape = shape;
    long in = shape.in();
    long out = shape.out();
    x = owner.own(pixels(in, rows));
    y = owner.own(pixels(out, rows));
    long[] size = {out, in, 1, 1};
    plain = owner.own(Cpu.strided(data_type.f32, size, new long[] {1, out, 1, 1}));
    bias = owner.own(Cpu.dense(data_type.f32, out));
    try (primitive_attr attributes = shape.postOp().attributes(shape.postOp() == PostOp.ADD);
        convolution_forward.primitive_desc description = describe(filters, attributes)) {
      weights = owner.own(description.weights_desc());
      scratch = owner.own(description.scratchpad_desc());
      code = owner.own(new convolution_forward(Cpu.fast(description)));
    }
  }

  /** Returns whether the kernel computes a shape: whole blocks of channels, in adjacent rows. */
  static boolean takes(Shape shape) {
    return shape.type() == data_type.f32
        && shape.stride() == shape.out()
        && shape.in() % CHANNELS == 0
        && shape.out() % CHANNELS == 0;
  }

  private static memory.desc pixels(long channels, long rows) {
    return new memory.desc(new long[] {1, channels, 1, rows}, data_type.f32, format_tag.nhwc);
  }

  private convolution_forward.primitive_desc describe(
      memory.desc filters, primitive_attr attributes) {
    try (LongPointer one = new LongPointer(1, 1);
        LongPointer none = new LongPointer(0, 0)) {
      convolution_forward.primitive_desc description =
          new convolution_forward.primitive_desc(
              cpu,
              prop_kind.forward_inference,
              algorithm.convolution_direct,
              x,
              filters,
              bias,
              y,
              one,
              none,
              none,
              attributes,
              false);
      while (!Cpu.name(description).startsWith("jit_1x1:avx2")) {
        if (!description.next_impl()) {
          throw new IllegalStateException("oneDNN has no convolution for a layer of " + shape);
        }
      }
      return description;
    }
  }

  @Override
  public Linear of(int rows, NativeScope owner) {
    return new ConvolutionLinear(cpu, rows, shape, weights, owner);
  }

  @Override
  public PackedDense pack(float[] values, float[] offsets, NativeScope owner) {
    return new PackedDense(
        List.of(Cpu.array(cpu, plain, values, weights, owner)),
        Cpu.array(cpu, bias, offsets, bias, owner));
  }

  @Override
  public List<Step> bind(PackedDense dense, Operand from, Address to, Workspace workspace) {
    Map<Integer, memory> arrays =
        Map.of(
            DNNL_ARG_SRC, workspace.view(x, from.target()),
            DNNL_ARG_WEIGHTS, dense.weights().get(0),
            DNNL_ARG_BIAS, dense.bias(),
            DNNL_ARG_DST, workspace.view(y, to),
            DNNL_ARG_SCRATCHPAD, workspace.scratch(scratch));
    return List.of(BoundPrimitive.of(code, arrays, workspace.natives()));
  }
}
