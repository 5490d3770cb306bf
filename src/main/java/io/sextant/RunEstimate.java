package io.sextant;

import io.sextant.job.Estimate;
import java.util.List;
import java.util.Map;

/**
 * What a run would take, as {@code profile --dry-run} prints it.
 *
 * @param pairs rows of the input
 * @param tokens those of the sampled pairs
 * @param pairsPerSecond that a core of this machine profiles
 * @param besides seconds on one core of each thing that a run does besides its chunks
 * @param cores the cores of this session
 * @param seconds of wall time by number of cores, each as fast as this machine's
 * @param executor the memory of an executor of four cores
 * @param lines the same in words
 */
public record RunEstimate(
    long pairs,
    Tokens tokens,
    double pairsPerSecond,
    Map<String, Double> besides,
    int cores,
    Map<Integer, Double> seconds,
    Executor executor,
    List<String> lines) {

  /**
   * The tokens of the sampled pairs.
   *
   * @param mean number a pair, delimiters included
   * @param longest number of the longest pair
   * @param pairs sampled pairs
   */
  public record Tokens(double mean, int longest, int pairs) {}

  /**
   * The memory of an executor of four cores, in bytes.
   *
   * @param memory to set as {@code spark.executor.memory}
   * @param overhead to set as {@code spark.executor.memoryOverhead}
   */
  public record Executor(long memory, long overhead) {}

  static RunEstimate of(Estimate estimate) {
    Estimate.Sample sample = estimate.sample();
    return new RunEstimate(
        estimate.pairs(),
        new Tokens(sample.meanTokens(), sample.longest(), sample.pairs()),
        estimate.pairsPerSecond(),
        estimate.besides(),
        estimate.cores(),
        estimate.seconds(),
        new Executor(estimate.size().memory(), estimate.size().overhead()),
        estimate.lines());
  }
}
