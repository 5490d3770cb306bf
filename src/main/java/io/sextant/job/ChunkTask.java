package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.profile.Calibration;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.Level;
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
import java.util.function.Consumer;
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
  private final Broadcast<Map<Level, Calibration>> calibration;
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
      Broadcast<Map<Level, Calibration>> calibration,
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
    pairs.sort(InputRow.ORDER);
    RunDirectory run = RunDirectory.at(task.output(), hadoop.value());
    ProfileState state;
    if (task.pairScores()) {
      try (PairScoreFile scores = new PairScoreFile(run, chunks[partition])) {
        state =
            profile(pairs, task, rejects, profiler -> profiler.scoresTo(task.runId(), scores::add));
        scores.commit();
      }
    } else {
      state = profile(pairs, task, rejects, profiler -> {});
    }
    new ChunkStore(run).commit(chunks[partition], rows.size(), rejects, state);
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
      List<InputRow> pairs,
      TaskSettings task,
      List<Reject> rejects,
      Consumer<HeadProfiler> options) {
    LoadedModel model = LoadedModel.of(task);
    ProfileState state = task.emptyState(model.bert().config());
    Map<String, InputRow> byId = new HashMap<>();
    pairs.forEach(row -> byId.put(row.id(), row));
    try (PairEncoder encoder = model.newEncoder();
        AttentionRunner runner = model.newRunner(task.readout())) {
      HeadProfiler profiler =
          new HeadProfiler(
              encoder::encode,
              model.relatedWords()::in,
              runner,
              calibration.value(),
              task.batchPieces(),
              task.exemplars(),
              (pair, reason, detail) ->
                  rejects.add(byId.get(pair.id()).reject(task.runId(), reason, detail)),
              state);
      options.accept(profiler);
      for (InputRow row : pairs) {
        profiler.add(row.pair());
        progress.add(1);
      }
      profiler.finish();
    }
    return state;
  }
}
