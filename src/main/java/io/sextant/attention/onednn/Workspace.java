package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * One task's arrays, all float32 and row-major, overwritten by every pack. oneDNN allocates them,
 * on 64 bytes or better: kernels run at half speed on less.
 */
final class Workspace implements AutoCloseable {
  private final Natives natives = new Natives();
  private final engine cpu;
  private final int hidden;
  private final Address states;
  private final Address projected;
  private final Address context;
  private final Address norms;
  private final Address wide;
  private final Address scores;
  private final Address weights;
  private final Address scratch;

  Workspace(engine cpu, BertConfig config, int rows, long scratchBytes) {
    this.cpu = cpu;
    hidden = config.hidden();
    // The system backs an array page by page as it is first written: the room for the longest pair
    // costs nothing until there is one.
    long longest = (long) config.heads() * config.positions() * config.positions();
    states = zeros((long) rows * hidden);
    projected = zeros(3L * rows * hidden);
    context = zeros((long) rows * hidden);
    norms = array((long) rows * config.heads());
    wide = zeros((long) rows * config.intermediate());
    scores = array(longest);
    weights = array(longest);
    scratch = array(Math.max(1, scratchBytes / Float.BYTES + 1));
  }

  /** Hidden states, [rows, hidden]. */
  Address states() {
    return states;
  }

  /** Query, key and value of each token side by side, [rows, 3 * hidden]. */
  Address projected() {
    return projected;
  }

  /** Where the values of {@link #projected} begin. */
  Address values() {
    return Address.of(projected, 2L * hidden);
  }

  /** Norms of the transformed values, [rows, heads]. */
  Address norms() {
    return norms;
  }

  /** What the heads gather, [rows, hidden]. */
  Address context() {
    return context;
  }

  /** Inside of the feed-forward layer, [rows, intermediate]. */
  Address wide() {
    return wide;
  }

  /** The scaled scores of a pair of n tokens, [heads, n, n]. */
  Address scores() {
    return scores;
  }

  /** Their softmax, [heads, n, n]. */
  Address weights() {
    return weights;
  }

  /** For kernels' own use. */
  Address scratch() {
    return scratch;
  }

  Natives natives() {
    return natives;
  }

  /** Places hidden states from row 0 on. */
  void putStates(float[] values, int count) {
    try (FloatPointer floats = new FloatPointer(states)) {
      floats.put(values, 0, count);
    }
  }

  /** Copies the first floats of an array. */
  static void read(Address array, float[] into, int count) {
    try (FloatPointer floats = new FloatPointer(array)) {
      floats.get(into, 0, count);
    }
  }

  /** An array as a kernel sees it. */
  memory view(memory.desc description, Address array) {
    return natives.own(new memory(description, cpu, array));
  }

  private Address zeros(long floats) {
    Address array = array(floats);
    Pointer.memset(array, 0, floats * Float.BYTES);
    return array;
  }

  private Address array(long floats) {
    try (memory.desc description = Cpu.dense(floats)) {
      return Address.of(natives.own(new memory(description, cpu)));
    }
  }

  @Override
  public void close() {
    natives.close();
  }
}
