package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.PairScoreFile;
import io.sextant.job.chunk.Rejects;
import io.sextant.job.folder.LeaseFence;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.RowFold;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.DistanceMeasure;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.KeptMaps;
import io.sextant.profile.PairMeasure;
import io.sextant.profile.ProfileState;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.syntax.SyntaxMeasure;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.row.RejectReason;
import io.sextant.text.PairEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Profiles the rows of one chunk on an executor and commits the chunk. */
public final class ChunkTask implements Function2<Integer, Iterator<InputRow>, Iterator<Integer>> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final Broadcast<Map<Unit, Calibration>> calibration;
  private final Broadcast<Cooccurrences> cooccurrences;
  private final HashedSample compared;
  private final SerializableConfiguration hadoop;
  private final boolean keepsMaps;
  private final int[] chunks;
  private final LongAccumulator progress;

  /**
   * Creates the task that every partition runs.
   *
   * @param compared the sample on which heads are compared
   * @param keepsMaps whether the maps of pairs that may be shown are kept
   * @param chunks the number of each partition's chunk
   * @param progress counts the rows that are taken, for the progress display only: a retried task
   *     counts its rows again
   */
  public ChunkTask(
      Broadcast<TaskSettings> settings,
      Broadcast<Map<Unit, Calibration>> calibration,
      Broadcast<Cooccurrences> cooccurrences,
      HashedSample compared,
      SerializableConfiguration hadoop,
      boolean keepsMaps,
      int[] chunks,
      LongAccumulator progress) {
    this.settings = settings;
    this.calibration = calibration;
    this.cooccurrences = cooccurrences;
    this.compared = compared;
    this.hadoop = hadoop;
    this.keepsMaps = keepsMaps;
    this.chunks = chunks;
    this.progress = progress;
  }

  @Override
  public Iterator<Integer> call(Integer partition, Iterator<InputRow> arriving) {
    return LoadedModel.reading(settings.value(), () -> measure(partition, arriving));
  }

  private Iterator<Integer> measure(Integer partition, Iterator<InputRow> arriving) {
    TaskSettings task = settings.value();
    Rejects rejects = new Rejects();
    List<InputRow> good = new ArrayList<>();
    RowFold rows = new RowFold();
    while (arriving.hasNext()) {
      InputRow row = arriving.next();
      rows.add(row.hash());
      if (row.reason() == null) {
        good.add(row);
      } else {
        rejects.add(row.reject(task.runId(), row.reason(), row.detail()));
      }
    }
    good.sort(InputRow.ORDER);
    Set<String> sampled = new HashSet<>();
    Set<String> kept = new HashSet<>();
    HashedSample keeping = compared.first(task.measures().keptPairs());
    List<InputRow> pairs =
        admit(
            good,
            task.runId(),
            rejects,
            (row, id) -> {
              if (compared.contains(row)) {
                sampled.add(id);
              }
              boolean isCopy = row.id() == null && !id.equals(row.contentId());
              if (keeping.contains(row) && !isCopy) {
                kept.add(id);
              }
            });
    pairs.sort(InputRow.ORDER);
    RunDirectory run =
        RunDirectory.at(task.target().output(), hadoop.value())
            .fenced(new LeaseFence(task.target().lease()));
    BertConfig model = LoadedModel.of(task).bert().config();
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    ChunkStates states = task.emptyStates(model);
    KeptMaps maps = new KeptMaps(task.exemplars(), grid);
    PairMeasure also =
        PairMeasure.all(
            new SyntaxMeasure(task.maxMismatch(), states.syntax()),
            new DistanceMeasure(
                states.distances(),
                task.measures().distanceRows(),
                pair -> sampled.contains(pair.id())),
            states
                .sample()
                .measure(task.measures().distanceRows(), pair -> kept.contains(pair.id())),
            keepsMaps ? maps : PairMeasure.NONE);
    if (task.measures().pairScores()) {
      try (PairScoreFile scores = new PairScoreFile(run, chunks[partition])) {
        profile(
            pairs,
            rejects,
            states.profile(),
            also,
            profiler -> profiler.scoresTo(task.runId(), scores::add));
        scores.commit();
      }
    } else {
      profile(pairs, rejects, states.profile(), also, profiler -> {});
    }
    LoadedModel.of(task).requireUnchanged();
    ChunkStore store = new ChunkStore(run, task.target().identity());
    if (keepsMaps) {
      ProfileState profile = states.profile();
      store.commitMaps(
          chunks[partition],
          maps.of(profile.likelyExemplars(profile.tables(task.runId(), task.measures().grades()))));
    }
    store.commit(chunks[partition], rows, rejects, states);
    return List.of(chunks[partition]).iterator();
  }

  /**
   * Returns the rows with an id each. A row without an id gets one from its content; a row whose id
   * another row has already is rejected.
   *
   * @param admitted receives every row as it was read with the id that it has
   */
  private List<InputRow> admit(
      List<InputRow> rows, String runId, Rejects rejects, BiConsumer<InputRow, String> admitted) {
    List<InputRow> pairs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (InputRow row : rows) {
      InputRow pair = row;
      if (row.id() == null) {
        String content = row.contentId();
        int copy = seen.merge(content, 1, Integer::sum);
        pair = row.withId(copy == 1 ? content : content + "#" + copy);
      } else if (seen.merge(row.id(), 1, Integer::sum) > 1) {
        String detail = "another row has the id '" + row.id() + "'";
        rejects.add(row.reject(runId, RejectReason.DUPLICATE_ID, detail));
        continue;
      }
      pairs.add(pair);
      admitted.accept(row, pair.id());
    }
    return pairs;
  }

  private void profile(
      List<InputRow> pairs,
      Rejects rejects,
      ProfileState state,
      PairMeasure also,
      Consumer<HeadProfiler> options) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner =
        CalibratedAttention.of(task).taking(model.newRunner(task.engine().outputs()))) {
      HeadProfiler profiler =
          new HeadProfiler(
              new ChunkAnalysis(encoder, model.relatedWords(), cooccurrences.value()),
              runner,
              calibration.value(),
              task.engine().batchTokens(),
              task.exemplars(),
              (pair, reason, detail) ->
                  rejects.add(InputRow.reject(pair, task.runId(), reason, detail)),
              state);
      if (task.checkpoint().taskHeadFingerprint() != null) {
        profiler.predictWith(model.bert().purpose().taskHead());
      }
      profiler.readAlso(also);
      options.accept(profiler);
      profiler.unknownIs(encoder.unknownId());
      for (InputRow row : pairs) {
        profiler.add(row.pair());
        progress.add(1);
      }
      profiler.finish();
    } catch (InternalError e) {
      throw model.explain(e);
    }
  }
}
