package io.sextant.attention.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** A place inside an array that somebody else owns. */
final class Address extends Pointer {

  private Address(long address) {
    super((Pointer) null);
    this.address = address;
  }

  /** The place of a float, counted from an array's first. */
  static Address of(Pointer first, long index) {
    return new Address(first.address() + index * Float.BYTES);
  }

  /** Where an array begins. */
  static Address of(memory array) {
    return of(array.get_data_handle(), 0);
  }
}
