package io.sextant.attention.onednn.kernel;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** A place inside an array that somebody else owns. */
public final class Address extends Pointer {

  private Address(long address) {
    super((Pointer) null);
    this.address = address;
  }

  /** The place so many bytes after an array's first. */
  public static Address of(Pointer first, long bytes) {
    return new Address(first.address() + bytes);
  }

  /** Where an array begins. */
  public static Address of(memory array) {
    return of(array.get_data_handle(), 0);
  }
}
