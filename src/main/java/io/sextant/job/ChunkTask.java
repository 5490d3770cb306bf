package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.RelatedWords;
import io.sextant.profile.Calibration;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.ProfileState;
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
  private final Broadcast<Cooccurrences> cooccurrences;
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
  public Iterator<Integer> call(Integer partition, Iterator<Tuple2<Integer, InputRow>> arriving) {
    List<InputRow> rows = new ArrayList<>();
    arriving.forEachRemaining(row -> rows.add(row._2()));
    rows.sort(InputRow.ORDER);
    TaskSettings task = settings.value();
    List<Reject> rejects = new ArrayList<>();
    List<InputRow> pairs = admit(rows, task.runId(), rejects);
    ProfileState state = profile(pairs, task, rejects);
    new ChunkStore(RunDirectory.at(task.output(), hadoop.value()))
        .commit(chunks[partition], rows.size(), rejects, state);
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

  private ProfileState profile(List<InputRow> pairs, TaskSettings task, List<Reject> rejects) {
    LoadedModel model = LoadedModel.of(task);
    ProfileState state =
        ProfileState.empty(model.bert().config(), task.measured(), task.exemplarsPerHead());
    Map<String, InputRow> byId = new HashMap<>();
    pairs.forEach(row -> byId.put(row.id(), row));
    RelatedWords related = model.relatedWords();
    try (PairEncoder encoder = model.newEncoder();
        AttentionRunner runner = model.newRunner(task.readout())) {
      HeadProfiler profiler =
          new HeadProfiler(
              encoder::encode,
              encoded -> related.in(encoded, predictive(byId.get(encoded.pair().id()))),
              runner,
              calibration.value(),
              task.batchPieces(),
              task.exemplars(),
              (pair, reason, detail) ->
                  rejects.add(byId.get(pair.id()).reject(task.runId(), reason, detail)),
              state);
      for (InputRow row : pairs) {
        profiler.add(row.pair());
        progress.add(1);
      }
      profiler.finish();
    }
    return state;
  }

  /** What was counted in one half of the corpus is looked for in the other. */
  private Cooccurrences predictive(InputRow row) {
    return row.isCounted() ? Cooccurrences.NONE : cooccurrences.value();
  }
}
