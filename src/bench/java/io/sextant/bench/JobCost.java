package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertConfig;
import io.sextant.text.EncodedPair;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what the job adds to the bare backend, by comparing {@link LocalJob} with {@link
 * BareTasks}.
 */
final class JobCost {
  private final Path modelPath;
  private final AttentionModel model;
  private final BertConfig config;
  private final Path work;

  JobCost(Path modelPath, AttentionModel model, BertConfig config, Path work) {
    this.modelPath = modelPath;
    this.model = model;
    this.config = config;
    this.work = work;
  }

  /**
   * The measurements.
   *
   * @param bare pairs per second of the backend alone
   * @param chunks pairs per second of the job's chunk stage: reading, tokenizing, attention, all
   *     statistics, commit
   * @param share {@code chunks} divided by {@code bare}
   * @param rest 1 - share: the part of a task's time that is not the bare backend's: reading,
   *     tokenizing, scoring, committing, and the cost of smaller batches
   * @param stages wall seconds of each of the job's stages
   */
  record Result(
      int pairs, Median bare, Median chunks, Median share, Median rest, Map<String, Median> stages)
      implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf(
          "  profile on local[2], %,d pairs: %.2f pairs/s, bare backend %.2f: %.1f %% (%.1f to"
              + " %.1f)%n",
          pairs,
          chunks.middle(),
          bare.middle(),
          100 * share.middle(),
          100 * share.least(),
          100 * share.greatest());
      out.printf(
          "  reading, tokenizing, scoring, committing: %.1f %% of a task%n", 100 * rest.middle());
      stages.forEach((stage, wall) -> out.printf("  %9.2f s  %s%n", wall.middle(), stage));
    }
  }

  Result run(PairSet set, int rounds) throws Exception {
    List<Double> bare = new ArrayList<>();
    List<Double> chunks = new ArrayList<>();
    List<Double> share = new ArrayList<>();
    List<Double> rest = new ArrayList<>();
    Map<String, List<Double>> stages = new LinkedHashMap<>();
    BareTasks tasks = new BareTasks(model, config);
    try (LocalJob job = new LocalJob(modelPath, model.precision(), work)) {
      Path input = job.write(set.pairs().stream().map(EncodedPair::pair));
      job.run(input);
      tasks.run(set.pairs());
      for (int round = 0; round < rounds; round++) {
        bare.add(tasks.run(set.pairs()));
        job.run(input)
            .forEach(
                (stage, wall) ->
                    stages.computeIfAbsent(stage, absent -> new ArrayList<>()).add(wall));
        chunks.add(set.pairs().size() / stages.get("chunks").get(round));
        share.add(chunks.get(round) / bare.get(round));
        rest.add(1 - share.get(round));
      }
    }
    Map<String, Median> medians = new LinkedHashMap<>();
    stages.forEach((stage, walls) -> medians.put(stage, Median.of(walls)));
    return new Result(
        set.pairs().size(),
        Median.of(bare),
        Median.of(chunks),
        Median.of(share),
        Median.of(rest),
        medians);
  }
}
