package io.sextant.attention.onednn.kernel;

import io.sextant.bert.BertConfig;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * The arrays of one task. They are row-major, and every pack overwrites them. oneDNN allocates them
 * with an alignment of at least 64 bytes, because kernels run at half speed with less. The
 * operating system provides the pages of an array when they are first written.
 */
public final class Workspace implements AutoCloseable {

  private interface Allocator {
    Address array(data_type type, long count);
  }

  private final NativeScope natives = new NativeScope();
  private final engine cpu;
  private final ComputeType computeType;
  private final long hidden;
  private final Operand states;
  private final Operand normed;
  private final Operand projected;
  private final Operand context;
  private final Operand wide;
  private final Address gate;
  private final Operand weights;
  private final Address scores;
  private final Address toPosition;
  private final Address toContent;
  private final Address squares;
  private final Address norms;
  private final Address rest;
  private final int[] positions;
  private int used;
  private Address scratch;
  private long scratchBytes = Float.BYTES;

  /**
   * Allocates the arrays.
   *
   * @param rows the number of rows of the greatest pack
   * @param tokens the number of tokens of the longest pair
   */
  public Workspace(engine cpu, ComputeType computeType, BertConfig config, int rows, int tokens) {
    this.cpu = cpu;
    this.computeType = computeType;
    hidden = config.hidden();
    long longest = (long) config.heads() * tokens * tokens;
    long inner = (long) rows * Math.max(3L * hidden, config.intermediate());
    data_type result = computeType.result();
    states = operand(this::zeros, data_type.f32, rows * hidden);
    normed =
        config.design().norms() == NormPlacement.AFTER
            ? states
            : operand(this::zeros, data_type.f32, rows * hidden);
    boolean rotates = config.design().position() instanceof Position.Rotary;
    projected = operand(this::zeros, rotates ? data_type.f32 : result, 3L * rows * hidden);
    context = operand(this::zeros, result, rows * hidden);
    wide = operand(this::zeros, result, (long) rows * config.intermediate());
    gate = config.design().gated() ? zeros(result, (long) rows * config.intermediate()) : null;
    weights = operand(this::array, data_type.f32, longest);
    scores = array(data_type.f32, longest);
    long products = (long) config.heads() * tokens * buckets(config, tokens);
    toPosition = products == 0 ? null : array(data_type.f32, products);
    toContent = products == 0 ? null : array(data_type.f32, products);
    squares = array(data_type.f32, rows * hidden);
    norms = array(data_type.f32, (long) rows * config.heads());
    rest = array(data_type.f32, Math.max(longest, inner));
    positions = new int[rows];
    scratch = array(data_type.f32, 1);
  }

  /** Returns the buckets that pairs of up to so many tokens need; 0 if the design has none. */
  private static long buckets(BertConfig config, int tokens) {
    if (!(config.design().position() instanceof Position.Disentangled position)) {
      return 0;
    }
    return Math.min(2L * tokens - 1, position.buckets().count());
  }

  /** Returns the hidden states, [rows, hidden], float32. */
  public Operand states() {
    return states;
  }

  /**
   * Returns what a layer norm makes of the hidden states for the layers after it, [rows, hidden],
   * float32. It replaces the hidden states themselves where norms are after the residual
   * connection.
   */
  public Operand normed() {
    return normed;
  }

  /**
   * Returns query, key and value of each token side by side, [rows, 3 hidden]. They are float32 if
   * queries and keys are rotated.
   */
  public Operand projected() {
    return projected;
  }

  /** Returns the address of the first value in {@link #projected}, in the data type of results. */
  public Address values() {
    boolean part = computeType.part() == computeType.result();
    Address first = part ? projected.parts().get(0) : projected.target();
    return Address.of(first, 2 * hidden * Cpu.bytes(computeType.result()));
  }

  /** Returns the weighted sums of the values, [rows, hidden]. */
  public Operand context() {
    return context;
  }

  /** Returns the inner activations of the feed-forward layer, [rows, intermediate]. */
  public Operand wide() {
    return wide;
  }

  /**
   * Returns the activated gate of the feed-forward layer, [rows, intermediate]; null if it has
   * none.
   */
  public Address gate() {
    return gate;
  }

  /** Returns the scaled scores of a pair of n tokens, [heads, n, n], float32. */
  public Address scores() {
    return scores;
  }

  /**
   * Returns the products of a pair's queries with position keys, [heads, n, buckets], float32; null
   * if the design has none.
   */
  public Address toPosition() {
    return toPosition;
  }

  /** Returns the products of a pair's keys with position queries, likewise. */
  public Address toContent() {
    return toContent;
  }

  /** Returns the softmax of the scores, [heads, n, n], float32. */
  public Operand weights() {
    return weights;
  }

  /** Returns the squares of the transformed values, [rows, hidden], float32. */
  public Address squares() {
    return squares;
  }

  /** Returns the norms of the transformed values, [rows, heads], float32. */
  public Address norms() {
    return norms;
  }

  /** Returns memory for a {@link BfloatDecomposition}, float32. */
  public Address rest() {
    return rest;
  }

  /** Returns scratch memory for a kernel. Kernels run one after another and share it. */
  public memory scratch(memory.desc description) {
    if (description.get_size() > scratchBytes) {
      scratch = Address.of(natives.own(new memory(description, cpu)));
      scratchBytes = description.get_size();
    }
    return view(description, scratch);
  }

  public NativeScope natives() {
    return natives;
  }

  /** Adds the tokens of a pair to the pack, after those of the pairs before it. */
  public void addTokens(int count) {
    for (int position = 0; position < count; position++) {
      positions[used++] = position;
    }
  }

  /** Begins a pack without tokens. */
  public void clearTokens() {
    used = 0;
  }

  /** Returns the number of tokens of the pack. */
  public int tokens() {
    return used;
  }

  /** Returns the position of a row's token in its own pair. */
  public int position(int row) {
    return positions[row];
  }

  /** Writes the hidden states of the pack's tokens. */
  public void putStates(float[] values) {
    write(states.target(), 0, values, (int) (used * hidden));
  }

  /** Writes the first numbers of {@code values} to an array, from an index on. */
  public static void write(Address array, long index, float[] values, int count) {
    try (FloatPointer floats = new FloatPointer(Address.of(array, index * Float.BYTES))) {
      floats.put(values, 0, count);
    }
  }

  /** Copies the first values of an array. */
  public static void read(Address array, float[] into, int count) {
    try (FloatPointer floats = new FloatPointer(array)) {
      floats.get(into, 0, count);
    }
  }

  /** Writes the first numbers of {@code values} to an array, in the data type of results. */
  public void writeResults(Address array, float[] values, int count) {
    if (computeType.result() == data_type.f32) {
      write(array, 0, values, count);
      return;
    }
    short[] halves = new short[count];
    for (int i = 0; i < count; i++) {
      halves[i] = (short) (Float.floatToRawIntBits(ComputeType.bfloat16(values[i])) >>> 16);
    }
    try (ShortPointer bits = new ShortPointer(array)) {
      bits.put(halves, 0, count);
    }
  }

  /** Copies numbers of an array in the data type of results to {@code into}, from an index on. */
  public void readResults(Address array, float[] into, int from, int count) {
    if (computeType.result() == data_type.f32) {
      try (FloatPointer floats = new FloatPointer(array)) {
        floats.get(into, from, count);
      }
      return;
    }
    short[] halves = new short[count];
    try (ShortPointer bits = new ShortPointer(array)) {
      bits.get(halves, 0, count);
    }
    for (int i = 0; i < count; i++) {
      into[from + i] = Float.intBitsToFloat(halves[i] << 16);
    }
  }

  /**
   * Moves a row of the hidden states and the contexts to an earlier one, whose own content is not
   * needed any more.
   */
  public void moveRow(int from, int to) {
    if (from != to) {
      moveRow(context.target(), hidden * Cpu.bytes(computeType.result()), from, to);
      moveRow(states.target(), hidden * Float.BYTES, from, to);
    }
  }

  private static void moveRow(Address array, long bytes, int from, int to) {
    Pointer.memcpy(Address.of(array, to * bytes), Address.of(array, from * bytes), bytes);
  }

  /** Returns a view of an array with a description. */
  public memory view(memory.desc description, Address array) {
    return natives.own(new memory(description, cpu, array));
  }

  private Operand operand(Allocator allocator, data_type type, long count) {
    Address target = allocator.array(type, count);
    if (type == computeType.part()) {
      return new Operand(target, List.of(target));
    }
    List<Address> parts = new ArrayList<>();
    for (int part = 0; part < computeType.parts(); part++) {
      parts.add(allocator.array(computeType.part(), count));
    }
    return new Operand(target, parts);
  }

  /**
   * Allocates an array of zeros. Rows that no token uses are computed too, and arbitrary numbers in
   * them, such as denormals, could slow kernels down.
   */
  private Address zeros(data_type type, long count) {
    Address array = array(type, count);
    Pointer.memset(array, 0, count * Cpu.bytes(type));
    return array;
  }

  private Address array(data_type type, long count) {
    try (memory.desc description = Cpu.dense(type, count)) {
      return Address.of(natives.own(new memory(description, cpu)));
    }
  }

  @Override
  public void close() {
    natives.close();
  }
}
