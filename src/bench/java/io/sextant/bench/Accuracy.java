package io.sextant.bench;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.bert.BertModel;
import io.sextant.profile.HeadTables;
import io.sextant.text.EncodedPair;
import java.io.PrintStream;
import java.util.List;

/**
 * Compares a backend's maps, and the job's scores of them, with a forward pass in float64.
 *
 * <p>Targets: in f32 a single weight is within 1e-4 and a share within 1e-6, in bf16x3 a share
 * within 1e-5, in bf16 a share within 2e-3.
 */
final class Accuracy {
  private final Float64Maps judge;
  private final PairProfile profile;
  private final ScoreErrors expected;
  private final int pairs;

  /** Runs the float64 forward pass. */
  Accuracy(BertModel bert, PairSet set) {
    judge = new Float64Maps(bert, set.pairs());
    pairs = set.pairs().size();
    profile =
        new PairProfile(
            bert, set.pairs().stream().map(EncodedPair::pair).toList(), judge.newRunner());
    expected = new ScoreErrors(profile.tables(judge.newRunner()));
  }

  /**
   * The largest errors over all heads.
   *
   * @param weight the error of a single weight
   * @param entropy the error of a head's mean entropy, in nats
   * @param shares the errors of the label parts of all patterns
   */
  record Result(int pairs, double weight, double entropy, List<ScoreErrors.OfPart> shares)
      implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf("  greatest errors against float64, %d pairs%n", pairs);
      out.printf("  %-32s %.1e%n", "a single weight", weight);
      out.printf("  %-32s %.1e%n", "mean entropy, nats", entropy);
      out.printf("  %-32s %-9s %s%n", "", "share", "share_content");
      shares.forEach(part -> part.print(out));
    }
  }

  Result run(AttentionModel model) {
    try (WeightErrors runner = new WeightErrors(model.newRunner())) {
      HeadTables found = profile.tables(runner);
      return new Result(pairs, runner.greatest, expected.entropy(found), expected.shares(found));
    }
  }

  /** Checks every map that a runner returns. */
  private final class WeightErrors implements AttentionRunner {
    private final AttentionRunner runner;
    private double greatest;

    WeightErrors(AttentionRunner runner) {
      this.runner = runner;
    }

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      runner.run(
          batch,
          (pair, layer, map) -> {
            compare(judge.of(batch.get(pair))[layer], map);
            sink.accept(pair, layer, map);
          });
    }

    private void compare(double[][][] heads, AttentionMap map) {
      for (int h = 0; h < heads.length; h++) {
        for (int i = 0; i < map.size(); i++) {
          for (int j = 0; j < map.size(); j++) {
            greatest = Math.max(greatest, Math.abs(map.weight(h, i, j) - heads[h][i][j]));
          }
        }
      }
    }

    @Override
    public void close() {
      runner.close();
    }
  }
}
