package io.sextant.job;

import io.sextant.bert.BertConfig;
import io.sextant.fault.BadInputException;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.ExemplarChoice;
import io.sextant.profile.HeadDistances;
import io.sextant.profile.HeadTables;
import io.sextant.profile.PredictionScores;
import io.sextant.profile.PredictionTable;
import io.sextant.profile.ProfileState;
import io.sextant.table.Cooccurrence;
import io.sextant.table.Exemplar;
import io.sextant.table.HeadPattern;
import io.sextant.table.Reject;
import io.sextant.table.RunManifest.Counts;
import io.sextant.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Merges the committed states in chunk order and writes the tables. Holds one merged state and one
 * chunk at a time.
 */
final class TableStage {
  private static final Comparator<Exemplar> EXEMPLAR_ORDER =
      Comparator.comparing(Exemplar::pattern)
          .thenComparing(Exemplar::layer)
          .thenComparing(Exemplar::head)
          .thenComparing(Exemplar::rank);

  private final JavaSparkContext context;
  private final Run run;
  private final BertConfig model;
  private final ProfileState merged;

  TableStage(JavaSparkContext context, Run run, BertConfig model) {
    this.context = context;
    this.run = run;
    this.model = model;
    this.merged = ProfileState.empty(model, run.task().measured(), run.task().exemplarsPerHead());
  }

  /**
   * Writes all tables.
   *
   * @param rows the input, of which a sample is run once more
   * @param predictive the word pairs that predict each other
   * @param predictions what the sample for predictive_mlm showed
   */
  Counts run(
      JavaRDD<InputRow> rows, List<WordPair> predictive, List<PredictionScores> predictions) {
    SortedSet<Integer> committed = run.store().committed();
    long start = System.nanoTime();
    Counts counts = merge(committed);
    run.record().took("merge", start);

    start = System.nanoTime();
    HeadDistances distances = new DistanceStage(context, run, model).run(rows);
    run.record().took("distances", start);

    start = System.nanoTime();
    HeadTables tables = merged.tables(run.task().runId(), run.settings().thresholds());
    List<HeadPattern> patterns = new ArrayList<>(tables.patterns());
    patterns.addAll(PredictionTable.rows(run.task().runId(), model, predictions));
    run.directory().write(Table.HEAD_PATTERNS, patterns.iterator());
    run.directory().write(Table.HEAD_PROFILE, tables.profiles(distances.map()).iterator());
    run.directory().write(Table.HEAD_OFFSETS, tables.offsets().iterator());
    run.directory().write(Table.HEAD_DISTANCES, distances.rows(run.task().runId()).iterator());
    run.directory()
        .write(Table.RELATION_RATES, merged.relationRates(run.task().runId()).iterator());
    run.directory().write(Table.COOCCURRENCE, cooccurrence(predictive));
    run.directory().write(Table.REJECTS, rejects(committed));
    run.record().took("tables", start);

    start = System.nanoTime();
    run.directory().write(Table.EXEMPLARS, exemplars(tables).iterator());
    run.record().took("exemplars", start);
    return counts;
  }

  private Counts merge(SortedSet<Integer> committed) {
    long rows = 0;
    long rejected = 0;
    for (int chunk : committed) {
      ChunkFile.Contents contents = run.store().read(chunk, merged);
      rows += contents.rows();
      rejected += contents.rejects().size();
    }
    if (merged.profiled() + rejected != rows) {
      throw new IllegalStateException(
          "%d rows came in, %d were profiled and %d rejected"
              .formatted(rows, merged.profiled(), rejected));
    }
    if (committed.size() == run.plan().chunks() && rows != run.census().rows()) {
      throw new BadInputException(
          "the input changed while it was read: %d rows at first, %d then"
              .formatted(run.census().rows(), rows));
    }
    return new Counts(
        rows,
        merged.profiled(),
        rejected,
        merged.truncated(),
        run.plan().chunks(),
        committed.size());
  }

  private Iterator<Cooccurrence> cooccurrence(List<WordPair> predictive) {
    return predictive.stream()
        .map(
            pair ->
                new Cooccurrence(
                    run.task().runId(),
                    pair.word(),
                    pair.other(),
                    pair.association().joint(),
                    pair.association().normalizedPmi(),
                    pair.association().logLikelihoodRatio()))
        .iterator();
  }

  private Iterator<Reject> rejects(SortedSet<Integer> committed) {
    return committed.stream()
        .flatMap(chunk -> run.store().read(chunk, null).rejects().stream())
        .iterator();
  }

  private List<Exemplar> exemplars(HeadTables tables) {
    List<ExemplarChoice> choices = merged.chooseExemplars(tables);
    if (choices.isEmpty()) {
      return List.of();
    }
    context.setJobDescription("sextant: draw " + choices.size() + " exemplar pairs");
    Broadcast<TaskSettings> settings = context.broadcast(run.task());
    try {
      return context
          .parallelize(choices, Math.min(choices.size(), context.defaultParallelism()))
          .mapPartitions(new ExemplarTask(settings))
          .collect()
          .stream()
          .sorted(EXEMPLAR_ORDER)
          .toList();
    } finally {
      settings.destroy();
    }
  }
}
