package io.sextant.job;

import io.sextant.bert.BertConfig;
import java.util.List;
import java.util.Locale;

/**
 * How much memory an executor needs that runs the default backend in float32, in bytes.
 *
 * @param packed the encoder's weights in the backend's form, once a JVM: eleven layers of BERT-Base
 *     whole, of the last one query and key
 * @param checkpoint the memory-mapped checkpoint, once a machine; it counts for a container while
 *     its pages are in use
 * @param workspace a task's native arrays, for a pack of 512 tokens and a pair of the greatest
 *     length
 * @param heap what a task keeps on the heap: one pair's maps in Java, a chunk's rows and states
 * @param cores tasks at a time
 */
public record ExecutorSize(long packed, long checkpoint, long workspace, long heap, int cores) {
  private static final long MEGA = 1 << 20;

  /** Spark, Hadoop, WordNet and Spark NLP on the heap; measured. */
  private static final long HEAP_BASE = 768 * MEGA;

  /** Code, metaspace, threads, collector, tokenizer, network buffers; measured. */
  private static final long JVM = 400 * MEGA;

  /** States, rows and rejects of a chunk. */
  private static final long CHUNK = 128 * MEGA;

  private static final int PACK = 512;

  /** The size for a model and a number of cores. */
  public static ExecutorSize of(BertConfig model, int cores) {
    long hidden = model.hidden();
    long inner = model.intermediate();
    long layer = 4 * hidden * hidden + 2 * hidden * inner;
    long packed = (model.layers() - 1) * layer + 2 * hidden * hidden;
    long tables = (model.vocabularySize() + model.positions() + model.tokenTypes()) * hidden;
    long map = (long) model.heads() * model.positions() * model.positions();
    return new ExecutorSize(
        Float.BYTES * packed,
        Float.BYTES * (tables + model.layers() * layer),
        Float.BYTES * (Math.max(PACK, model.positions()) * (5 * hidden + inner) + 2 * map),
        Float.BYTES * 2 * map + CHUNK,
        cores);
  }

  /** {@code spark.executor.memory}. */
  public long memory() {
    return HEAP_BASE + cores * heap;
  }

  /** {@code spark.executor.memoryOverhead}. */
  public long overhead() {
    return JVM + packed + checkpoint + cores * workspace;
  }

  /** The arithmetic, and the settings that it gives. */
  public List<String> lines() {
    return List.of(
        line("heap of Spark and the dictionaries", HEAP_BASE, ""),
        line("heap of a task", heap, " x " + cores),
        line("= memory", memory(), ""),
        line("the JVM outside its heap", JVM, ""),
        line("packed weights, once a JVM", packed, ""),
        line("checkpoint, mapped, once a machine", checkpoint, ""),
        line("native arrays of a task", workspace, " x " + cores),
        line("= overhead", overhead(), ""),
        "",
        "spark.executor.cores            " + cores,
        "spark.executor.memory           " + mega(memory()) + "m",
        "spark.executor.memoryOverhead   " + mega(overhead()) + "m");
  }

  private static String line(String what, long bytes, String times) {
    return String.format(Locale.ROOT, "%-36s %,7d MB%s", what, mega(bytes), times);
  }

  private static long mega(long bytes) {
    return (bytes + MEGA - 1) / MEGA;
  }
}
