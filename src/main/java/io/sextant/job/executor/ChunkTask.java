package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.PairScoreFile;
import io.sextant.job.chunk.Rejects;
import io.sextant.job.folder.LeaseFence;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.RowFold;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.ProfileState;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.syntax.SyntaxMeasure;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.RunDirectory;
import io.sextant.table.row.RejectReason;
import io.sextant.text.PairEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
  private final SerializableConfiguration hadoop;
  private final int[] chunks;
  private final LongAccumulator progress;

  /**
   * Creates the task that every partition runs.
   *
   * @param chunks the number of each partition's chunk
   * @param progress counts the rows that are taken, for the progress display only: a retried task
   *     counts its rows again
   */
  public ChunkTask(
      Broadcast<TaskSettings> settings,
      Broadcast<Map<Unit, Calibration>> calibration,
      Broadcast<Cooccurrences> cooccurrences,
      SerializableConfiguration hadoop,
      int[] chunks,
      LongAccumulator progress) {
    this.settings = settings;
    this.calibration = calibration;
    this.cooccurrences = cooccurrences;
    this.hadoop = hadoop;
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
    List<InputRow> pairs = admit(good, task.runId(), rejects);
    pairs.sort(InputRow.ORDER);
    RunDirectory run =
        RunDirectory.at(task.target().output(), hadoop.value())
            .fenced(new LeaseFence(task.target().lease()));
    BertConfig model = LoadedModel.of(task).bert().config();
    SyntaxState syntax = new SyntaxState(model.layers(), model.heads());
    ProfileState state;
    if (task.measures().pairScores()) {
      try (PairScoreFile scores = new PairScoreFile(run, chunks[partition])) {
        state =
            profile(
                pairs,
                task,
                rejects,
                syntax,
                profiler -> profiler.scoresTo(task.runId(), scores::add));
        scores.commit();
      }
    } else {
      state = profile(pairs, task, rejects, syntax, profiler -> {});
    }
    LoadedModel.of(task).requireUnchanged();
    new ChunkStore(run, task.target().identity())
        .commit(chunks[partition], rows, rejects, state, syntax);
    return List.of(chunks[partition]).iterator();
  }

  /**
   * Returns the rows with an id each. A row without an id gets one from its content; a row whose id
   * another row has already is rejected.
   */
  private static List<InputRow> admit(List<InputRow> rows, String runId, Rejects rejects) {
    List<InputRow> pairs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (InputRow row : rows) {
      if (row.id() == null) {
        String content = row.contentId();
        int copy = seen.merge(content, 1, Integer::sum);
        pairs.add(row.withId(copy == 1 ? content : content + "#" + copy));
      } else if (seen.merge(row.id(), 1, Integer::sum) == 1) {
        pairs.add(row);
      } else {
        String detail = "another row has the id '" + row.id() + "'";
        rejects.add(row.reject(runId, RejectReason.DUPLICATE_ID, detail));
      }
    }
    return pairs;
  }

  private ProfileState profile(
      List<InputRow> pairs,
      TaskSettings task,
      Rejects rejects,
      SyntaxState syntax,
      Consumer<HeadProfiler> options) {
    LoadedModel model = LoadedModel.of(task);
    ProfileState state = task.emptyState(model.bert().config());
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner(task.engine().outputs())) {
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
      profiler.readAlso(new SyntaxMeasure(task.maxMismatch(), syntax));
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
    return state;
  }
}
