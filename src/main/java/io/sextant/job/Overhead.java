package io.sextant.job;

import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.MergeTree;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run takes besides its chunks, in seconds.
 *
 * @param calibration calibrating the nulls
 * @param warmUp wall time that every core loses while its first pairs are run by code that is not
 *     compiled yet
 * @param compiling core time of Java's compiler and collector
 * @param merging core time of reading and merging one chunk
 * @param tables wall time of making and writing the tables and of drawing the exemplars
 * @param effects the tasks that measure the effects of heads
 * @param untrained the untrained models, each of which is a task
 */
record Overhead(
    Before before,
    Calibrating calibration,
    double warmUp,
    double compiling,
    double merging,
    double tables,
    Effects effects,
    Tasks untrained) {

  /** The tasks of an executor share what Java's compiler makes of the code. */
  private static final int EXECUTOR_CORES = 4;

  /**
   * Wall time of what comes before the model runs.
   *
   * @param start until the input is read: Java, Spark, the checks, the model
   * @param input reading the input
   * @param staging dividing the rows among the chunks
   * @param words counting the words that occur together
   * @param opening opening the model for the tasks
   */
  record Before(double start, double input, double staging, double words, double opening) {}

  /**
   * Tasks that cores share.
   *
   * @param count their number
   * @param seconds core time of all of them
   */
  record Tasks(int count, double seconds) {
    static final Tasks NONE = new Tasks(0, 0);

    double seconds(int cores) {
      return count == 0 ? 0 : seconds / Math.min(cores, count);
    }
  }

  /**
   * Calibrating the nulls.
   *
   * @param tasks the tasks, which run pairs through the model
   * @param kept the share of these pairs that the chunks of the same executor need not run again
   */
  record Calibrating(Tasks tasks, double kept) {

    /** Returns the wall seconds that calibrating takes more than the chunks then take less. */
    double seconds(int cores) {
      double sameExecutor = Math.min(1, EXECUTOR_CORES / (double) cores);
      return tasks.seconds(cores) * (1 - kept * sameExecutor);
    }
  }

  /**
   * The effects of heads.
   *
   * @param opening wall time of opening the head that answers
   * @param tasks what measures the pairs
   */
  record Effects(double opening, Tasks tasks) {
    static final Effects NONE = new Effects(0, Tasks.NONE);
  }

  /** Returns the wall seconds of each part on a number of cores, in the order of a run. */
  Map<String, Double> parts(ChunkPlan plan, int cores) {
    int leaves = MergeTree.parents(plan.chunks());
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("start", before.start);
    parts.put("input", before.input);
    parts.put("staging", before.staging);
    parts.put("words", before.words);
    parts.put("opening", before.opening);
    parts.put("calibration", calibration.seconds(cores));
    parts.put("warm-up", warmUp);
    parts.put("compiling", compiling / Math.min(cores, EXECUTOR_CORES));
    parts.put("merging", merging * plan.chunks() / Math.min(cores, leaves));
    parts.put("tables", tables);
    if (effects.tasks.count > 0) {
      parts.put("effects", effects.opening + effects.tasks.seconds(cores));
    }
    if (untrained.count > 0) {
      parts.put("null models", untrained.seconds(cores));
    }
    return parts;
  }

  /** Returns the wall seconds of all parts on a number of cores. */
  double seconds(ChunkPlan plan, int cores) {
    return parts(plan, cores).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns the parts on one core in words. */
  String inWords(ChunkPlan plan) {
    return parts(plan, 1).entrySet().stream()
        .map(part -> String.format(Locale.ROOT, "%s %.1f", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", "));
  }
}
