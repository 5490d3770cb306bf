package io.sextant.attention.onednn.kernel;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** An address inside an array that another object owns. */
public final class Address extends Pointer {

  private Address(long address) {
    super((Pointer) null);
    this.address = address;
  }

  /** Returns the address at an offset from the beginning of an array. */
  public static Address of(Pointer first, long bytes) {
    return new Address(first.address() + bytes);
  }

  /** Returns the address of the beginning of an array. */
  public static Address of(memory array) {
    return of(array.get_data_handle(), 0);
  }
}
