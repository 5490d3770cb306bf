package io.sextant.attention.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Owns every array that a graph allocates in one run, and frees them together. SameDiff's own
 * memory managers either cache arrays by shape, so that memory grows with the number of sentence
 * lengths, or leave them to the garbage collector, which does not count memory outside the heap.
 */
final class ArrayScope extends AbstractMemoryMgr {
  private final List<INDArray> arrays = new ArrayList<>();

  @Override
  public INDArray allocate(boolean detached, DataType type, long... shape) {
    return own(Nd4j.createUninitializedDetached(type, shape));
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    return own(
        Nd4j.createUninitializedDetached(
            descriptor.dataType(), descriptor.getOrder(), descriptor.getShape()));
  }

  private INDArray own(INDArray array) {
    arrays.add(array);
    return array;
  }

  /** Does nothing, because views may still read the array. */
  @Override
  public void release(INDArray array) {}

  /** Frees all arrays of the run. */
  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
