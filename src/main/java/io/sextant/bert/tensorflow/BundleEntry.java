package io.sextant.bert.tensorflow;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The index's entry of a tensor: a {@code BundleEntryProto} of
 * tensorflow/core/protobuf/tensor_bundle.proto.
 *
 * @param type TensorFlow's number of the element type
 * @param shape the dimensions
 * @param shard the index of the data file
 * @param offset the offset of the first byte in the data file
 * @param size the number of bytes
 * @param crc the masked CRC-32C of the bytes
 * @param sliced whether the values are spread over several other entries
 */
public record BundleEntry(
    int type, List<Integer> shape, int shard, long offset, long size, int crc, boolean sliced) {

  /** {@code DT_FLOAT}. */
  public static final int FLOAT = 1;

  static BundleEntry parse(String where, String name, ByteBuffer bytes) {
    int type = 0;
    List<Integer> shape = List.of();
    int shard = 0;
    long offset = 0;
    long size = 0;
    int crc = 0;
    boolean sliced = false;
    ProtoReader proto = new ProtoReader(where + ": entry of " + name, bytes);
    while (proto.next()) {
      switch (proto.field()) {
        case 1 -> type = proto.int32();
        case 2 -> shape = shape(proto.message());
        case 3 -> shard = proto.int32();
        case 4 -> offset = proto.varint();
        case 5 -> size = proto.varint();
        case 6 -> crc = proto.fixed32();
        case 7 -> {
          proto.skip();
          sliced = true;
        }
        default -> proto.skip();
      }
    }
    return new BundleEntry(type, shape, shard, offset, size, crc, sliced);
  }

  /** Returns the number of data files from the header, which is a {@code BundleHeaderProto}. */
  static int shards(String where, ByteBuffer header) {
    int shards = 0;
    ProtoReader proto = new ProtoReader(where + ": header", header);
    while (proto.next()) {
      switch (proto.field()) {
        case 1 -> shards = proto.int32();
        case 2 -> {
          if (proto.int32() != 0) {
            throw new BadInputException(where + " is big-endian, which is not supported");
          }
        }
        default -> proto.skip();
      }
    }
    return shards;
  }

  private static List<Integer> shape(ProtoReader proto) {
    List<Integer> shape = new ArrayList<>();
    while (proto.next()) {
      if (proto.field() == 2) {
        shape.add(dimension(proto.message()));
      } else {
        proto.skip();
      }
    }
    return List.copyOf(shape);
  }

  private static int dimension(ProtoReader proto) {
    int dimension = 0;
    while (proto.next()) {
      if (proto.field() == 1) {
        dimension = proto.int32();
      } else {
        proto.skip();
      }
    }
    return dimension;
  }
}
