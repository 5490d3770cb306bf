package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

import io.sextant.attention.OffHeap;
import io.sextant.fault.BadInputException;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;

/** Creates oneDNN's engine for this processor, and descriptions of arrays and kernels. */
public final class Cpu {

  private Cpu() {}

  /**
   * Loads oneDNN.
   *
   * @throws BadInputException if there is no library for this platform
   */
  public static void requireLibrary() {
    OffHeap.liftLimits();
    try {
      Loader.load(dnnl.class);
    } catch (LinkageError e) {
      throw new BadInputException(
          "backend onednn has no library for " + Loader.getPlatform() + ": choose nd4j", e);
    }
  }

  /** Returns the name of the instruction set that oneDNN uses here. */
  public static String instructions() {
    return Isa.name(dnnl_get_effective_cpu_isa());
  }

  /** Returns whether oneDNN uses an instruction set here. */
  public static boolean has(dnnl.cpu_isa isa) {
    return (dnnl_get_effective_cpu_isa() & isa.value) == isa.value;
  }

  public static engine newEngine() {
    return new engine(engine.kind.cpu, 0);
  }

  /** Returns the bytes of a number. */
  public static long bytes(data_type type) {
    return memory.data_type_size(type);
  }

  /** Describes a row-major array. */
  public static memory.desc dense(data_type type, long... dimensions) {
    long[] strides = new long[dimensions.length];
    long stride = 1;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= dimensions[i];
    }
    return strided(type, dimensions, strides);
  }

  /** Describes an array; the strides are in numbers, not in bytes. */
  public static memory.desc strided(data_type type, long[] dimensions, long[] strides) {
    return new memory.desc(dimensions, type, strides);
  }

  /** Describes an array whose layout oneDNN chooses. */
  public static memory.desc anyLayout(data_type type, long... dimensions) {
    return new memory.desc(dimensions, type, format_tag.any);
  }

  /**
   * Creates an array with values.
   *
   * @param plain describes the given values, which are float32
   * @param packed describes the array that is created
   */
  public static memory array(
      engine cpu, memory.desc plain, float[] values, memory.desc packed, NativeScope owner) {
    memory array = owner.own(new memory(packed, cpu));
    try (FloatPointer floats = new FloatPointer(values);
        memory from = new memory(plain, cpu, floats);
        reorder packing = new reorder(from, array);
        stream queue = new stream(cpu)) {
      packing.execute(queue, from, array);
      queue._wait();
    }
    return array;
  }

  /**
   * Returns attributes of kernels that take their scratch memory as an argument, so that tasks can
   * share them.
   */
  public static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(scratchpad_mode.user);
    return attributes;
  }

  /**
   * Returns a kernel's description unchanged if the kernel is fast.
   *
   * @throws IllegalStateException if it is one of oneDNN's reference kernels, which replace missing
   *     ones and are 100 to 1000 times slower
   */
  public static <D extends primitive_desc_base> D fast(D description) {
    if (name(description).matches("(.*:)?ref.*")) {
      throw new IllegalStateException(
          "oneDNN has no fast kernel for this processor, only "
              + name(description)
              + ": choose --backend nd4j");
    }
    return description;
  }

  /** Returns oneDNN's name of a kernel. */
  public static String name(primitive_desc_base description) {
    try (BytePointer text = description.impl_info_str()) {
      return text.getString();
    }
  }
}
