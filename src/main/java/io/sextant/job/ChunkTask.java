package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.linguistics.RelatedWords;
import io.sextant.profile.Calibration;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.Lemmas;
import io.sextant.syntax.SyntaxMeasure;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.Reject;
import io.sextant.table.RejectReason;
import io.sextant.table.RunDirectory;
import io.sextant.text.PairEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Profiles the rows of one chunk and commits it. Runs on an executor. */
final class ChunkTask
    implements Function2<Integer, Iterator<Tuple2<Integer, InputRow>>, Iterator<Integer>> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final Broadcast<Calibration> calibration;
  private final SerializableConfiguration hadoop;
  private final int[] chunks;
  private final LongAccumulator progress;

  /**
   * The task of every partition.
   *
   * @param chunks the chunk of each partition
   * @param progress counts rows as they are taken, for show only: retries count again
   */
  ChunkTask(
      Broadcast<TaskSettings> settings,
      Broadcast<Calibration> calibration,
      SerializableConfiguration hadoop,
      int[] chunks,
      LongAccumulator progress) {
    this.settings = settings;
    this.calibration = calibration;
    this.hadoop = hadoop;
    this.chunks = chunks;
    this.progress = progress;
  }

  @Override
  public Iterator<Integer> call(Integer partition, Iterator<Tuple2<Integer, InputRow>> arriving) {
    List<InputRow> rows = new ArrayList<>();
    arriving.forEachRemaining(row -> rows.add(row._2()));
    rows.sort(InputRow.ORDER);
    TaskSettings task = settings.value();
    List<Reject> rejects = new ArrayList<>();
    List<InputRow> pairs = admit(rows, task.runId(), rejects);
    BertConfig model = LoadedModel.of(task).bert().config();
    SyntaxState syntax = new SyntaxState(model.layers(), model.heads());
    ProfileState state = profile(pairs, task, rejects, syntax);
    new ChunkStore(RunDirectory.at(task.output(), hadoop.value()))
        .commit(chunks[partition], rows.size(), rejects, state, syntax);
    return List.of(chunks[partition]).iterator();
  }

  /** Gives every pair an id of its own and sets aside the rows that cannot be profiled. */
  private static List<InputRow> admit(List<InputRow> rows, String runId, List<Reject> rejects) {
    List<InputRow> pairs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (InputRow row : rows) {
      if (row.reason() != null) {
        rejects.add(row.reject(runId, row.reason(), row.detail()));
      } else if (row.id() == null) {
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
      List<InputRow> pairs, TaskSettings task, List<Reject> rejects, SyntaxState syntax) {
    LoadedModel model = LoadedModel.of(task);
    ProfileState state =
        ProfileState.empty(model.bert().config(), task.measured(), task.exemplarsPerHead());
    Map<String, InputRow> byId = new HashMap<>();
    pairs.forEach(row -> byId.put(row.id(), row));
    RelatedWords related = model.relatedWords();
    Lemmas lemmas = new Lemmas();
    for (InputRow row : pairs) {
      lemmas.add(row.sentenceA(), row.annotation().sentenceA());
      lemmas.add(row.sentenceB(), row.annotation().sentenceB());
    }
    try (PairEncoder encoder = model.newEncoder();
        AttentionRunner runner = model.newRunner()) {
      HeadProfiler profiler =
          new HeadProfiler(
              encoder::encode,
              pair -> related.in(pair, lemmas.of(pair.pair().sentenceA(), pair.pair().sentenceB())),
              runner,
              calibration.value(),
              task.batchPieces(),
              task.exemplars(),
              (pair, reason, detail) ->
                  rejects.add(byId.get(pair.id()).reject(task.runId(), reason, detail)),
              state,
              new SyntaxMeasure(
                  pair -> byId.get(pair.id()).annotation(), task.maxMismatch(), syntax));
      for (InputRow row : pairs) {
        profiler.add(row.pair());
        progress.add(1);
      }
      profiler.finish();
    }
    return state;
  }
}
