package io.sextant.job;

import io.sextant.bert.BertConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The memory, in bytes, of an executor that runs the default backend in float32.
 *
 * @param packed the encoder's weights in the backend's format, once per JVM: all layers but the
 *     last whole, and the query and key weights of the last
 * @param checkpoint the memory-mapped checkpoint, once per machine; a container is charged for it
 *     while its pages are in use
 * @param workspace a task's native arrays, for a pack of 512 tokens and the longest pair that they
 *     were made for
 * @param heap what one task keeps on the heap at most. To profile, that is one pair's attention
 *     maps, and the rows and states of a chunk
 * @param others what else the run needs outside the heap
 * @param cores the number of tasks that run at a time
 */
public record ExecutorSize(
    long packed, long checkpoint, long workspace, long heap, List<Part> others, int cores) {
  private static final long MEGA = 1 << 20;

  /** The measured heap of Spark, Hadoop, WordNet and Spark NLP. */
  private static final long HEAP_BASE = 768 * MEGA;

  /** The measured memory of code, metaspace, threads, collector, tokenizer and network buffers. */
  private static final long JVM = 400 * MEGA;

  /** The heap of a chunk's states, rows and rejects. */
  private static final long CHUNK = 128 * MEGA;

  /** The tokens of a full pack. */
  static final int PACK = 512;

  /**
   * Memory outside the heap that not every run needs.
   *
   * @param what what it is for
   * @param bytes the size of one
   * @param times how many there are in an executor
   */
  public record Part(String what, long bytes, int times) {}

  /** Returns the memory for pairs of a model's greatest length, and a number of cores. */
  public static ExecutorSize of(BertConfig model, int cores) {
    return of(model, model.positions(), cores);
  }

  /**
   * Returns the memory for a model and a number of cores. A task's native arrays are replaced by
   * larger ones when there is a pair that they cannot hold, so those for a pair longer than a pack
   * may have up to twice its length.
   *
   * @param longest the tokens of the longest pair
   */
  static ExecutorSize of(BertConfig model, int longest, int cores) {
    long hidden = model.hidden();
    long inner = model.intermediate();
    long layer = layer(model);
    long packed = (model.layers() - 1) * layer + 2 * hidden * hidden;
    long tables = (model.vocabularySize() + model.positions() + model.tokenTypes()) * hidden;
    long room = Math.min(model.positions(), longest <= PACK ? PACK : 2L * longest);
    long map = model.heads() * room * room;
    long heapMap = (long) model.heads() * longest * longest;
    return new ExecutorSize(
        Float.BYTES * packed,
        Float.BYTES * (tables + model.layers() * layer),
        Float.BYTES * (Math.max(PACK, room) * (5 * hidden + inner) + 2 * map),
        Float.BYTES * 2 * heapMap + CHUNK,
        List.of(),
        cores);
  }

  /** Returns the number of weights of a layer. */
  static long layer(BertConfig model) {
    long hidden = model.hidden();
    int matrices = model.design().gated() ? 3 : 2;
    return 4 * hidden * hidden + matrices * hidden * model.intermediate();
  }

  /**
   * Returns the memory of a run that does more than to profile.
   *
   * @param more what it needs outside the heap
   * @param otherHeap what a task keeps on the heap when it does not profile
   */
  ExecutorSize with(List<Part> more, long otherHeap) {
    return new ExecutorSize(packed, checkpoint, workspace, Math.max(heap, otherHeap), more, cores);
  }

  /** Returns the bytes to set as {@code spark.executor.memory}. */
  public long memory() {
    return HEAP_BASE + cores * heap;
  }

  /** Returns the bytes to set as {@code spark.executor.memoryOverhead}. */
  public long overhead() {
    long more = others.stream().mapToLong(part -> part.times() * part.bytes()).sum();
    return JVM + packed + checkpoint + cores * workspace + more;
  }

  /** Returns lines of text with the sums and the Spark settings that follow from them. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("heap of Spark and the dictionaries", HEAP_BASE, 1));
    lines.add(line("heap of a task", heap, cores));
    lines.add(line("= memory", memory(), 1));
    lines.add(line("the JVM outside its heap", JVM, 1));
    lines.add(line("packed weights, once a JVM", packed, 1));
    lines.add(line("checkpoint, mapped, once a machine", checkpoint, 1));
    lines.add(line("native arrays of a task", workspace, cores));
    others.forEach(part -> lines.add(line(part.what(), part.bytes(), part.times())));
    lines.add(line("= overhead", overhead(), 1));
    lines.add("");
    lines.add("spark.executor.cores            " + cores);
    lines.add("spark.executor.memory           " + mega(memory()) + "m");
    lines.add("spark.executor.memoryOverhead   " + mega(overhead()) + "m");
    return lines;
  }

  private static String line(String what, long bytes, int times) {
    String each = times == 1 ? "" : " x " + times;
    return String.format(Locale.ROOT, "%-36s %,7d MB%s", what, mega(bytes), each);
  }

  private static long mega(long bytes) {
    return (bytes + MEGA - 1) / MEGA;
  }
}
