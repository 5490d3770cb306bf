package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.config.EffectSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.stage.DistanceStage;
import io.sextant.job.stage.StagingStage;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.ProfileState;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Estimates what a run would take. A sample of the pairs, drawn by a hash, is tokenized, and with a
 * part of it everything that a run does is done and timed on one core: see {@link Rehearsal}.
 */
final class DryRun {
  private static final int SAMPLE = 512;
  private static final int WARM_UP = 16;
  private static final int TIMED = 64;

  /** The number of pairs with the most characters whose tokens are counted. */
  private static final int LONGEST = 16;

  private final JavaSparkContext context;
  private final TaskSettings task;
  private final ProfileSettings settings;

  DryRun(JavaSparkContext context, TaskSettings task, ProfileSettings settings) {
    this.context = context;
    this.task = task;
    this.settings = settings;
  }

  /**
   * What is known when the input has been read and its words are counted.
   *
   * @param rows the rows of the input
   * @param count their number
   * @param predictive the word pairs that predict each other by co-occurrence
   * @param start wall seconds from the start of the process until the input was read
   * @param input wall seconds of reading the input
   * @param words wall seconds of counting words
   */
  record Input(
      JavaRDD<InputRow> rows,
      long count,
      List<WordPair> predictive,
      double start,
      double input,
      double words) {}

  /**
   * Returns the estimate.
   *
   * @throws BadInputException if no row can be profiled
   */
  Estimate estimate(Input input) {
    List<SentencePair> sample = flat(HashedSample.parts(input.rows(), "dry run", SAMPLE));
    if (sample.isEmpty()) {
      throw new BadInputException(
          String.format(Locale.ROOT, "none of the %,d rows can be profiled", input.count()));
    }
    PairEncoder encoder = LoadedModel.of(task).encoder();
    int[] tokens = sizes(encoder, sample);
    int longest =
        IntStream.concat(IntStream.of(tokens), IntStream.of(sizes(encoder, wordiest(input.rows()))))
            .max()
            .orElse(0);
    ChunkPlan plan = ChunkPlan.forRows(input.count());
    Lap staging = Lap.of(() -> StagingStage.parted(input.rows(), plan).foreach(row -> {}));
    Lap opening = Lap.of(this::openModel);
    Overhead.Before before =
        new Overhead.Before(
            input.start(), input.input(), staging.wall(), input.words(), opening.wall());
    List<SentencePair> timed = sample.subList(0, Math.min(TIMED, sample.size()));
    BertConfig model = LoadedModel.of(task).bert().config();
    try (Rehearsal rehearsal = new Rehearsal(context, task)) {
      Costs costs = measure(rehearsal, input, timed, before);
      return Estimate.of(
          model,
          input.count(),
          tokens,
          longest,
          new Estimate.Timed(timed.size(), costs.chunks()),
          costs.overhead(),
          task.engine().backend(),
          context.defaultParallelism());
    }
  }

  /** The processor time of the chunks of the timed pairs, and what comes on top. */
  private record Costs(double chunks, Overhead overhead) {}

  /** Profiles the timed pairs in chunks of the size that the run's chunks have. */
  private Costs measure(
      Rehearsal rehearsal, Input input, List<SentencePair> timed, Overhead.Before before) {
    List<List<SentencePair>> parts =
        HashedSample.parts(input.rows(), "calibration", settings.calibration().pairs());
    HashedSample compared = DistanceStage.sample(input.rows(), settings);
    Lap.Result<Map<Unit, Calibration>> calibration = Lap.of(() -> rehearsal.calibrate(parts));
    Rehearsal.Shared shared =
        new Rehearsal.Shared(calibration.value(), input.predictive(), compared);
    List<SentencePair> few = timed.subList(0, Math.min(WARM_UP, timed.size()));
    Lap cold = Lap.of(() -> rehearsal.profile(few, new ChunkPlan(1), shared));
    ChunkPlan own = like(ChunkPlan.forRows(input.count()), input.count(), timed.size());
    Lap warm = Lap.of(() -> rehearsal.profile(timed, own, shared));
    double warmOfFew = warm.thread() * few.size() / timed.size();
    rehearsal.merge();
    Lap.Result<MergedState> merging = Lap.of(rehearsal::merge);
    Lap tables = Lap.of(() -> rehearsal.writeTables(merging.value(), own, input.predictive()));
    return new Costs(
        warm.thread(),
        new Overhead(
            before,
            calibration.lap().process(),
            Math.max(1, parts.size()),
            Math.max(0, cold.thread() - warmOfFew) + cold.others() + warm.others(),
            merging.lap().thread() / own.chunks(),
            tables.wall(),
            effectPasses(merging.value().states().profile()) * warm.thread() / timed.size()));
  }

  /**
   * Returns the forward passes for the effects of heads, with the labels that the timed pairs
   * suggest.
   */
  private double effectPasses(ProfileState state) {
    EffectSettings effects = settings.effects();
    if (!effects.asked()) {
      return 0;
    }
    BertConfig model = LoadedModel.of(task).bert().config();
    List<HeadPattern> labels =
        state.tables(Unit.TOKEN, task.runId(), settings.grades().ofAnySample()).patterns().stream()
            .filter(EffectPlan::isLabel)
            .toList();
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    return effects.pairs() * EffectPlan.of(grid, labels, effects.heads()).passes();
  }

  /** Returns a plan whose chunks have as many pairs as those of the run. */
  private static ChunkPlan like(ChunkPlan run, long count, int pairs) {
    return new ChunkPlan(Math.max(1, (int) Math.round((double) pairs * run.chunks() / count)));
  }

  private void openModel() {
    try (AttentionRunner runner = LoadedModel.of(task).newRunner(task.engine().outputs())) {
      LoadedModel.of(task).relatedWords();
    }
  }

  /** Returns the pairs that have the most characters. */
  private static List<SentencePair> wordiest(JavaRDD<InputRow> rows) {
    return rows.filter(InputRow::isGood).takeOrdered(LONGEST, new Wordiest()).stream()
        .map(InputRow::pair)
        .toList();
  }

  private static final class Wordiest implements Comparator<InputRow>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(InputRow left, InputRow right) {
      return Integer.compare(characters(right), characters(left));
    }

    private static int characters(InputRow row) {
      return row.sentenceA().length() + (row.sentenceB() == null ? 0 : row.sentenceB().length());
    }
  }

  private static List<SentencePair> flat(List<List<SentencePair>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Returns the numbers of tokens of the pairs that would not be rejected. */
  private static int[] sizes(PairEncoder encoder, List<SentencePair> pairs) {
    return pairs.stream()
        .flatMapToInt(
            pair ->
                encoder
                    .encodeIfCut(pair)
                    .map(encoded -> IntStream.of(encoded.size()))
                    .orElseGet(IntStream::empty))
        .toArray();
  }
}
