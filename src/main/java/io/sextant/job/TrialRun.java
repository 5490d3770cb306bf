package io.sextant.job;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.executor.CalibratedAttention;
import io.sextant.job.executor.CalibrationTask;
import io.sextant.job.executor.ChunkTask;
import io.sextant.job.executor.ExemplarTask;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunLease;
import io.sextant.job.folder.WholeTables;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.job.stage.TableWriter;
import io.sextant.job.staged.Parting;
import io.sextant.job.staged.PlacedRow;
import io.sextant.job.staged.RowFiles;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.Exemplar;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Does the tasks of a run on some of its pairs, one after the other on the driver's thread. What
 * they write goes to a temporary folder of this machine, which {@link #close} deletes.
 */
final class TrialRun implements AutoCloseable {
  private final JavaSparkContext context;
  private final TaskSettings task;
  private final BertConfig model;
  private final SerializableConfiguration hadoop;
  private final RunDirectory directory;
  private final RunLease lease;
  private final Broadcast<TaskSettings> settings;

  /** Prepares the tasks of a run, and opens its model for them. */
  TrialRun(JavaSparkContext context, TaskSettings run) {
    this.context = context;
    hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    model = LoadedModel.of(run).bert().config();
    try {
      String folder = Files.createTempDirectory("sextant-dry-run-").toUri().toString();
      directory = RunDirectory.at(folder, context.hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary folder", e);
    }
    lease = RunLease.acquire(directory, () -> {});
    task = run.writingTo(lease.fence().token(), directory.root().toString());
    settings = context.broadcast(task);
  }

  /** Writes the files of pairs that are all in one chunk. */
  void stage(List<SentencePair> pairs) {
    Stream<PlacedRow> rows =
        pairs.stream().map(pair -> new PlacedRow(0, new InputRow(pair, null, 0)));
    new RowFiles(directory, new Parting(1)).write(0, rows.iterator());
  }

  /**
   * The calibrated nulls.
   *
   * @param of the calibration by unit
   * @param kept the number of pairs whose attention a run would keep for its chunks
   */
  record Calibrated(Map<Unit, Calibration> of, int kept) {}

  /** Calibrates the nulls. Nothing is kept, because the chunks are timed as they are without. */
  Calibrated calibrate(List<List<SentencePair>> parts) {
    CalibrationSums sums = CalibrationSums.empty(model, task.measures().units());
    CalibrationTask calibration = new CalibrationTask(settings, true);
    parts.forEach(part -> sums.merge(calibration.call(part)));
    int kept = CalibratedAttention.of(task).size();
    CalibratedAttention.clear();
    return new Calibrated(sums.calibrations(), kept);
  }

  /** What the chunks of a run share. */
  record Shared(
      Map<Unit, Calibration> calibration, List<WordPair> predictive, HashedSample compared) {}

  /** Profiles pairs in chunks, and commits each. */
  void profile(List<SentencePair> pairs, ChunkPlan plan, Shared shared) {
    Broadcast<Map<Unit, Calibration>> calibration = context.broadcast(shared.calibration());
    Broadcast<Cooccurrences> cooccurrences =
        context.broadcast(new Cooccurrences(shared.predictive()));
    List<List<InputRow>> rows = new ArrayList<>();
    for (int chunk = 0; chunk < plan.chunks(); chunk++) {
      rows.add(new ArrayList<>());
    }
    for (SentencePair pair : pairs) {
      rows.get(plan.chunkOf(pair)).add(new InputRow(pair, null, 0));
    }
    ChunkTask chunks =
        new ChunkTask(
            settings,
            calibration,
            cooccurrences,
            shared.compared(),
            hadoop,
            plan.keepsMaps(),
            IntStream.range(0, plan.chunks()).toArray(),
            context.sc().longAccumulator("pairs of a dry run"));
    for (int chunk = 0; chunk < plan.chunks(); chunk++) {
      chunks.call(chunk, rows.get(chunk).iterator());
    }
    calibration.destroy();
    cooccurrences.destroy();
  }

  /** Merges the committed chunks. */
  MergedState merge() {
    ChunkStore store = new ChunkStore(directory, task.target().identity());
    MergedState merged = new MergedState(task.emptyStates(model));
    store.committed().forEach(chunk -> merged.take(store, chunk));
    return merged;
  }

  /** Writes the tables and reads them, as a run does at its end. */
  void writeTables(MergedState merged, ChunkPlan plan, List<WordPair> predictive) {
    TableWriter tables = new TableWriter(directory, task, model, merged.states());
    tables.write(predictive, List.of(), UntrainedScores.none(), Collections.emptyIterator());
    List<Exemplar> exemplars = new ArrayList<>();
    new ExemplarTask(settings, plan, hadoop)
        .call(merged.states().profile().chooseExemplars(tables.ofTokens()).iterator())
        .forEachRemaining(exemplars::add);
    directory.write(Table.EXEMPLARS, exemplars.iterator());
    WholeTables.of(directory);
    directory.read(Table.HEAD_PATTERNS, row -> {});
  }

  @Override
  public void close() {
    settings.destroy();
    lease.close();
    try {
      directory.files().delete(directory.root(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory.root(), e);
    }
  }
}
