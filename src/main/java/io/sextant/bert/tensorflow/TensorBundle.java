package io.sextant.bert.tensorflow;

import io.sextant.bert.Finite;
import io.sextant.bert.Tensor;
import io.sextant.bert.files.ByteCount;
import io.sextant.bert.files.GitLfsPointer;
import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A checkpoint in TensorFlow's format (tensorflow/core/util/tensor_bundle). {@code STEM.index} is a
 * sorted table from the names of tensors to their places, and {@code STEM.data-i-of-n} has the raw
 * little-endian values.
 */
final class TensorBundle {

  private final ModelFiles files;
  private final String stem;
  private final int shards;
  private final Map<String, BundleEntry> entries;

  private TensorBundle(
      ModelFiles files, String stem, int shards, Map<String, BundleEntry> entries) {
    this.files = files;
    this.stem = stem;
    this.shards = shards;
    this.entries = entries;
  }

  static TensorBundle open(ModelFiles files, String stem) {
    String index = stem + ".index";
    String where = files.where(index);
    Map<String, ByteBuffer> table = new IndexTable(where, files.read(index)).entries();
    ByteBuffer header = table.remove("");
    if (header == null) {
      throw new BadInputException(where + " has no header: it is not a TensorFlow checkpoint");
    }
    Map<String, BundleEntry> entries = new HashMap<>();
    table.forEach((name, bytes) -> entries.put(name, BundleEntry.parse(where, name, bytes)));
    TensorBundle bundle = new TensorBundle(files, stem, BundleEntry.shards(where, header), entries);
    bundle.checkShards();
    bundle.checkPlaces();
    return bundle;
  }

  String where() {
    return files.where(stem + ".index");
  }

  Set<String> names() {
    return entries.keySet();
  }

  List<Integer> shape(String name) {
    return entry(name).shape();
  }

  /**
   * Returns a tensor after checking its shape, type, place, checksum and values.
   *
   * @throws BadInputException if the tensor is missing, has another shape, is not float32, is
   *     outside its data file, is damaged, or contains NaN or an infinity
   */
  Tensor tensor(String name, List<Integer> shape) {
    BundleEntry entry = entry(name);
    if (!entry.shape().equals(shape)) {
      throw wrong(name, "has shape " + entry.shape() + ", expected " + shape);
    }
    if (entry.type() != BundleEntry.FLOAT) {
      throw wrong(name, "has TensorFlow's type " + entry.type() + ", expected 1 (float32)");
    }
    if (entry.sliced()) {
      throw wrong(name, "is stored in slices (a partitioned variable), which is not supported");
    }
    ByteBuffer bytes = bytes(name, entry);
    if (MaskedCrc.of(bytes) != entry.crc()) {
      throw wrong(name, "does not match its checksum: the file is damaged, get it again");
    }
    return Finite.require(new Tensor(name, shape, bytes.asFloatBuffer()), where());
  }

  private BundleEntry entry(String name) {
    BundleEntry entry = entries.get(name);
    if (entry == null) {
      throw wrong(name, "is missing");
    }
    return entry;
  }

  private ByteBuffer bytes(String name, BundleEntry entry) {
    long expected = ByteCount.of(entry.shape(), Float.SIZE);
    if (entry.size() != expected) {
      throw wrong(
          name,
          String.format(
              Locale.ROOT,
              "has %d bytes, but shape %s needs %s",
              entry.size(),
              entry.shape(),
              expected < 0 ? "2 GiB or more" : expected));
    }
    if (entry.shard() < 0 || entry.shard() >= shards) {
      throw wrong(name, "is in data file " + entry.shard() + " of " + shards);
    }
    String shard = shard(entry.shard());
    long size = files.size(shard);
    if (entry.offset() < 0 || entry.offset() > size - entry.size()) {
      throw wrong(
          name,
          String.format(
              Locale.ROOT,
              "is at bytes %d to %d of %s, which has %d: the file is truncated, get it again",
              entry.offset(),
              entry.offset() + entry.size(),
              files.where(shard),
              size));
    }
    return files.slice(shard, entry.offset(), (int) entry.size());
  }

  private String shard(int index) {
    return String.format(Locale.ROOT, "%s.data-%05d-of-%05d", stem, index, shards);
  }

  private void checkShards() {
    Set<String> names = files.names();
    for (int shard = 0; shard < shards; shard++) {
      if (!names.contains(shard(shard))) {
        throw new BadInputException(files.where(shard(shard)) + " is missing: get the model again");
      }
      GitLfsPointer.refuse(files, shard(shard));
    }
  }

  /** Refuses entries with negative places, and entries that overlap. */
  private void checkPlaces() {
    List<Map.Entry<String, BundleEntry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparingInt((Map.Entry<String, BundleEntry> e) -> e.getValue().shard())
            .thenComparingLong(e -> e.getValue().offset())
            .thenComparingLong(e -> e.getValue().size()));
    for (Map.Entry<String, BundleEntry> tensor : sorted) {
      BundleEntry entry = tensor.getValue();
      if (entry.offset() < 0 || entry.size() < 0) {
        throw wrong(
            tensor.getKey(), "is at bytes " + entry.offset() + " with size " + entry.size());
      }
    }
    for (int i = 1; i < sorted.size(); i++) {
      BundleEntry before = sorted.get(i - 1).getValue();
      BundleEntry entry = sorted.get(i).getValue();
      if (entry.shard() == before.shard() && entry.offset() - before.offset() < before.size()) {
        throw wrong(sorted.get(i).getKey(), "overlaps tensor " + sorted.get(i - 1).getKey());
      }
    }
  }

  private BadInputException wrong(String name, String fault) {
    return new BadInputException(where() + ": tensor " + name + " " + fault);
  }
}
