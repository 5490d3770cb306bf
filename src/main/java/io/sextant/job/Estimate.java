package io.sextant.job;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An estimate of the time and memory that a run takes.
 *
 * @param pairs rows of the input
 * @param sample the pairs that were cut into tokens
 * @param overhead what the run takes besides its chunks
 * @param timed pairs that were profiled
 * @param pairsPerSecond of one core's time, for pairs of the sample's lengths in chunks of the
 *     run's size
 * @param backend what ran the model
 * @param cores the cores that this session has
 * @param size of an executor of four cores, for pairs of the lengths that there are
 */
public record Estimate(
    long pairs,
    Sample sample,
    Overhead overhead,
    int timed,
    double pairsPerSecond,
    String backend,
    int cores,
    ExecutorSize size) {

  /**
   * Pairs that were cut into tokens.
   *
   * @param pairs number of them
   * @param meanTokens mean number of tokens, delimiters included
   * @param longest tokens of the longest pair, also among those with the most characters
   * @param flop mean number of floating-point operations that a pair needs: a multiplication and an
   *     addition count as two; the last layer goes as far as its attention
   */
  public record Sample(int pairs, double meanTokens, int longest, double flop) {}

  /**
   * The lengths of pairs.
   *
   * @param tokens the number of tokens of every sampled pair
   * @param longest the tokens of the longest known pair
   */
  record Lengths(int[] tokens, int longest) {}

  /**
   * The pairs that were profiled.
   *
   * @param pairs number of them
   * @param seconds their processor time
   */
  record Timed(int pairs, double seconds) {}

  private static final int[] CORES = {1, 16, 100, 1000};

  /** The cores of the executor whose memory is estimated. */
  static final int EXECUTOR_CORES = 4;

  /**
   * Returns the estimate from a sample whose first pairs were timed. The rate of the timed pairs is
   * scaled to the whole sample by the number of operations.
   *
   * @param size of an executor of {@link #EXECUTOR_CORES}
   */
  static Estimate of(
      BertConfig model,
      long pairs,
      Lengths lengths,
      Timed timed,
      Overhead overhead,
      String backend,
      int cores,
      ExecutorSize size) {
    int[] tokens = lengths.tokens;
    double flop = Arrays.stream(tokens).mapToDouble(n -> flop(model, n)).average().orElse(0);
    double timedFlop =
        Arrays.stream(tokens, 0, Math.min(timed.pairs, tokens.length))
            .mapToDouble(n -> flop(model, n))
            .sum();
    return new Estimate(
        pairs,
        new Sample(tokens.length, Arrays.stream(tokens).average().orElse(0), lengths.longest, flop),
        overhead,
        timed.pairs,
        timedFlop / timed.seconds / flop,
        backend,
        cores,
        size);
  }

  /**
   * Returns the floating-point operations for one pair of n tokens. Every layer computes queries,
   * keys and their n × n products. All layers but the last also compute values, their weighted
   * sums, the output and the feed-forward network, which has a third matrix if it is gated.
   */
  static double flop(BertConfig model, int n) {
    double hidden = model.hidden();
    double looks = 2 * n * (2 * hidden * hidden) + 2. * n * n * hidden;
    double matrices = model.design().gated() ? 3 : 2;
    double wide = matrices * hidden * model.intermediate();
    double moves = 2 * n * (2 * hidden * hidden + wide) + 2. * n * n * hidden;
    return model.layers() * looks + (model.layers() - 1) * moves;
  }

  /**
   * Returns the hours of wall time on some cores, each as fast as this machine's. A core runs a
   * chunk at a time, so more cores than chunks are of no use.
   */
  double hours(int some) {
    int chunks = plan().chunks();
    int rounds = (chunks + some - 1) / some;
    double ofChunks = (double) pairs / chunks / pairsPerSecond * rounds;
    return (overhead.seconds(plan(), some) + ofChunks) / 3600;
  }

  /** Returns the seconds of wall time on several numbers of cores, with the number here. */
  public Map<Integer, Double> seconds() {
    Map<Integer, Double> seconds = new TreeMap<>();
    IntStream.concat(IntStream.of(cores), IntStream.of(CORES))
        .forEach(some -> seconds.put(some, hours(some) * 3600));
    return seconds;
  }

  /** Returns the seconds on one core of each thing that a run does besides its chunks. */
  public Map<String, Double> besides() {
    return overhead.parts(plan(), 1);
  }

  private ChunkPlan plan() {
    return ChunkPlan.forRows(pairs);
  }

  /** Returns the estimate as lines of text to print. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("rows", "%,d", pairs));
    lines.add(
        line(
            "tokens a pair",
            "%.1f, at most %d, of %,d sampled",
            sample.meanTokens,
            sample.longest,
            sample.pairs));
    lines.add(line("tokens in all", "%.3g", pairs * sample.meanTokens));
    lines.add(line("operations a pair", "%.3g FLOP", sample.flop));
    lines.add(
        line(
            "rate of a core here",
            "%.1f pairs/s, %.3g FLOP/s, all statistics included (%s, %d pairs)",
            pairsPerSecond,
            pairsPerSecond * sample.flop,
            backend,
            timed));
    lines.add(
        line(
            "besides, on 1 core",
            "%.0f s: %s",
            overhead.seconds(plan(), 1),
            overhead.inWords(plan())));
    for (int some : seconds().keySet()) {
      lines.add(
          line(
              String.format(Locale.ROOT, "on %,d core%s", some, some == 1 ? "" : "s"),
              "%s%s",
              time(some),
              some == cores ? ", as here" : ""));
    }
    lines.add("");
    lines.addAll(size.lines());
    return lines;
  }

  private String time(int some) {
    double hours = hours(some);
    if (hours * 3600 < 90) {
      return String.format(Locale.ROOT, "%.0f s", Math.ceil(hours * 3600));
    }
    return hours < 1.5
        ? String.format(Locale.ROOT, "%.0f min", hours * 60)
        : String.format(Locale.ROOT, "%,.1f h", hours);
  }

  private static String line(String what, String format, Object... values) {
    return String.format(Locale.ROOT, "%-24s", what) + String.format(Locale.ROOT, format, values);
  }
}
