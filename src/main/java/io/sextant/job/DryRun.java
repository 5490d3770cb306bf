package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.config.ProfileSettings;
import io.sextant.config.UntrainedSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.executor.UntrainedTask;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.stage.CooccurrenceStage;
import io.sextant.job.stage.DistanceStage;
import io.sextant.job.stage.EffectStage;
import io.sextant.job.stage.EffectTrial;
import io.sextant.job.stage.StagingStage;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.ProfileState;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.state.Unit;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Estimates what a run would take. A sample of the pairs, drawn by a hash, is tokenized, and with a
 * part of it everything that a run does is done and timed on one core: see {@link TrialRun}.
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
  private final PrintStream out;

  DryRun(JavaSparkContext context, TaskSettings task, ProfileSettings settings, PrintStream out) {
    this.context = context;
    this.task = task;
    this.settings = settings;
    this.out = out;
  }

  /**
   * Returns the estimate.
   *
   * @param count the number of rows
   * @param start wall seconds from the start of the process until the input was read
   * @param input wall seconds of reading the input
   * @throws BadInputException if no row can be profiled
   */
  Estimate estimate(JavaRDD<InputRow> rows, long count, double start, double input) {
    ChunkPlan plan = ChunkPlan.forRows(count);
    Timing staging = Timing.of(() -> StagingStage.parted(rows, plan).foreach(row -> {}));
    Timing.Result<List<WordPair>> words = Timing.of(() -> predictive(rows));
    List<SentencePair> sample = HashedSample.draw(rows, "dry run", SAMPLE);
    if (sample.isEmpty()) {
      throw new BadInputException(
          String.format(Locale.ROOT, "none of the %,d rows can be profiled", count));
    }
    PairEncoder encoder = LoadedModel.of(task).encoder();
    int[] tokens = sizes(encoder, sample);
    int longest =
        IntStream.concat(IntStream.of(tokens), IntStream.of(sizes(encoder, longest(rows))))
            .max()
            .orElse(0);
    List<SentencePair> timed = sample.subList(0, Math.min(TIMED, sample.size()));
    BertModel model = LoadedModel.of(task).bert();
    try (TrialRun trial = new TrialRun(context, task)) {
      Timing files = Timing.of(() -> trial.stage(sample));
      Timing opening = Timing.of(this::openModel);
      Overhead.Before before =
          new Overhead.Before(
              start, input, staging.wall() + files.wall(), words.timing().wall(), opening.wall());
      Corpus corpus = new Corpus(rows, count, plan, words.value());
      Costs costs = measure(trial, corpus, timed, before);
      return Estimate.of(
          model.config(),
          count,
          new Estimate.Lengths(tokens, longest),
          new Estimate.Timed(timed.size(), costs.chunks()),
          costs.overhead(),
          task.engine().backend(),
          context.defaultParallelism(),
          memory(model, longest, costs.edits()).of(Estimate.EXECUTOR_CORES));
    }
  }

  private RunMemory memory(BertModel model, int longest, EffectPlan edits) {
    boolean wholeLast = settings.mlm().pairs() > 0 || task.engine().outputs().pooling() != null;
    boolean masked =
        edits != null && AnsweringHead.of(model, settings.effects().outcome()).isMasked();
    return new RunMemory(model, longest, wholeLast, settings.untrained().models(), edits, masked);
  }

  /** The rows of the input, how a run divides them, and the word pairs that predict each other. */
  private record Corpus(
      JavaRDD<InputRow> rows, long count, ChunkPlan plan, List<WordPair> predictive) {}

  private List<WordPair> predictive(JavaRDD<InputRow> rows) {
    return task.measures().patterns().contains(MeasuredPatterns.COOCCURRENCE)
        ? new CooccurrenceStage(context, settings.cooccurrence(), out).run(rows, task)
        : List.of();
  }

  /**
   * What the timed pairs say of a run.
   *
   * @param chunks the processor time of their chunks
   * @param overhead what comes on top
   * @param edits what is edited to measure effects; null if they are not measured
   */
  private record Costs(double chunks, Overhead overhead, EffectPlan edits) {}

  /** Profiles the timed pairs in chunks of the size that the run's chunks have. */
  private Costs measure(
      TrialRun trial, Corpus corpus, List<SentencePair> timed, Overhead.Before before) {
    List<List<SentencePair>> parts =
        HashedSample.parts(corpus.rows(), "calibration", settings.calibration().pairs());
    HashedSample compared = DistanceStage.sample(corpus.rows(), settings);
    Timing.Result<TrialRun.Calibrated> calibration = Timing.of(() -> trial.calibrate(parts));
    TrialRun.Shared shared =
        new TrialRun.Shared(calibration.value().of(), corpus.predictive(), compared);
    int calibrated = parts.stream().mapToInt(List::size).sum();
    List<SentencePair> few = timed.subList(0, Math.min(WARM_UP, timed.size()));
    Timing cold = Timing.of(() -> trial.profile(few, new ChunkPlan(1), shared));
    ChunkPlan own = like(corpus, timed.size());
    Timing warm = Timing.of(() -> trial.profile(timed, own, shared));
    double warmOfFew = warm.thread() * few.size() / timed.size();
    trial.merge();
    Timing.Result<MergedState> merging = Timing.of(trial::merge);
    Timing tables = Timing.of(() -> trial.writeTables(merging.value(), own, corpus.predictive()));
    EffectPlan edits = edits(merging.value().states().profile());
    return new Costs(
        warm.thread(),
        new Overhead(
            before,
            new Overhead.Calibrating(
                new Overhead.Tasks(Math.max(1, parts.size()), calibration.timing().process()),
                calibration.value().kept() / (double) Math.max(1, calibrated)),
            Math.max(0, cold.thread() - warmOfFew),
            cold.others() + warm.others(),
            merging.timing().thread() / own.chunks(),
            tables.wall(),
            effects(corpus, edits),
            untrained(corpus.count(), warm.thread() / timed.size())),
        edits);
  }

  /** Draws an untrained model, if there will be any, and returns what they take. */
  private Overhead.Tasks untrained(long count, double secondsAPair) {
    UntrainedSettings untrained = settings.untrained();
    if (untrained.models() == 0) {
      return Overhead.Tasks.NONE;
    }
    Timing drawing = Timing.of(() -> UntrainedTask.open(task, untrained.seed()).close());
    double pairs = Math.min(count, untrained.pairs());
    double each = drawing.thread() + pairs * secondsAPair;
    return new Overhead.Tasks(untrained.models(), untrained.models() * each);
  }

  /**
   * Returns what is edited to measure the effects of heads, with the labels that the timed pairs
   * suggest; null if effects are not measured.
   */
  private EffectPlan edits(ProfileState state) {
    if (!settings.effects().asked()) {
      return null;
    }
    List<HeadPattern> labels =
        state.tables(Unit.TOKEN, task.runId(), settings.grades().ofAnySample()).patterns().stream()
            .filter(EffectPlan::isLabel)
            .toList();
    return EffectPlan.of(grid(), labels, settings.effects().heads());
  }

  private HeadGrid grid() {
    BertConfig model = LoadedModel.of(task).bert().config();
    return new HeadGrid(model.layers(), model.heads());
  }

  /** Ablates all heads in one pair of the sample, and returns what all edits of all pairs take. */
  private Overhead.Effects effects(Corpus corpus, EffectPlan edits) {
    if (edits == null) {
      return Overhead.Effects.NONE;
    }
    EffectTrial trial = EffectTrial.of(context, corpus.rows(), task, settings.effects());
    EffectPlan heads = EffectPlan.of(grid(), List.of(), settings.effects().heads());
    Cooccurrences words = new Cooccurrences(corpus.predictive());
    Timing cold = Timing.of(() -> trial.measure(heads, words));
    Timing warm = Timing.of(() -> trial.measure(heads, words));
    int pairs = (int) Math.min(corpus.count(), settings.effects().pairs());
    return new Overhead.Effects(
        Math.max(0, cold.wall() - warm.wall()),
        new Overhead.Tasks(
            EffectStage.tasks(pairs), pairs * warm.thread() * edits.passes() / heads.passes()));
  }

  /** Returns a plan whose chunks have as many pairs as those of the run. */
  private static ChunkPlan like(Corpus corpus, int pairs) {
    double chunks = (double) pairs * corpus.plan().chunks() / corpus.count();
    return new ChunkPlan(Math.max(1, (int) Math.round(chunks)));
  }

  private void openModel() {
    try (AttentionRunner runner = LoadedModel.of(task).newRunner(task.engine().outputs())) {
      LoadedModel.of(task).relatedWords();
    }
  }

  /** Returns the pairs that have the most characters. */
  private static List<SentencePair> longest(JavaRDD<InputRow> rows) {
    Comparator<SentencePair> order =
        (Comparator<SentencePair> & Serializable)
            (left, right) -> Integer.compare(right.characters(), left.characters());
    return rows.filter(InputRow::isGood).map(InputRow::pair).takeOrdered(LONGEST, order);
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
