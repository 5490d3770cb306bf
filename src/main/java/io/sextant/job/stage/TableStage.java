package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.chunk.PairScoreFile;
import io.sextant.job.run.MergedChunks;
import io.sextant.job.run.Run;
import io.sextant.job.staged.StagedRows;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.Counts;
import io.sextant.table.RunState;
import io.sextant.table.Table;
import io.sextant.table.row.Reject;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaSparkContext;

/** Merges the committed states and writes the tables. */
public final class TableStage {
  private final JavaSparkContext context;
  private final Run run;
  private final BertConfig model;
  private final MergedChunks merged;
  private final PrintStream out;

  public TableStage(
      JavaSparkContext context, Run run, BertConfig model, MergedChunks merged, PrintStream out) {
    this.context = context;
    this.run = run;
    this.model = model;
    this.merged = merged;
    this.out = out;
  }

  /**
   * Writes all tables.
   *
   * @param rows the input, which holds the pairs that heads are also compared on if chunks are
   *     missing
   * @param predictive the word pairs that predict each other by co-occurrence
   * @param predictions the scores of the sample for predictive_mlm
   * @param untrained the scores of untrained models; none if they are not measured
   * @return the final counts of rows and chunks
   */
  public Counts run(
      StagedRows rows,
      List<WordPair> predictive,
      List<PredictionScores> predictions,
      UntrainedScores untrained) {
    SortedSet<Integer> committed = run.store().committed();
    run.record().write(RunState.MERGING, null, run.counts(committed.size()));
    out.println("merging " + committed.size() + " chunks");
    long start = System.nanoTime();
    Counts counts = merge(committed);
    run.record().took("merge", start);
    ChunkStates states = merged.state().states();
    run.record().annotated(states.syntax().words(), states.syntax().mismatchedWords());
    tellUnknown(
        run.record()
            .counted(
                states.profile().tokenCounts().tokens(), states.profile().tokenCounts().unknown()));

    run.record().forgetTables();
    run.record().write(RunState.WRITING, null, counts);
    start = System.nanoTime();
    new DistanceStage(context, run).complete(states.distances(), rows, committed);
    run.record().took("distances", start);

    out.println("writing tables");
    start = System.nanoTime();
    TableWriter tables = new TableWriter(run.directory(), run.task(), model, states);
    tables.write(predictive, predictions, untrained, rejects(merged.state().rejecting()));
    if (run.task().measures().pairScores()) {
      PairScoreFile.keepOnly(run.directory(), committed);
    }
    run.record().took("tables", start);

    out.println("choosing the pairs to show");
    start = System.nanoTime();
    run.directory()
        .write(
            Table.EXEMPLARS,
            new ExemplarStage(context, run)
                .run(states.profile().chooseExemplars(tables.ofTokens()))
                .iterator());
    run.record().took("exemplars", start);
    return counts;
  }

  private void tellUnknown(RunManifest.Tokens tokens) {
    if (tokens.manyUnknown()) {
      out.printf(
          Locale.ROOT,
          "%.1f %% of the tokens are unknown to the model ([UNK]): is it of the text's language, and cased as the text is?%n",
          100 * tokens.unknownRate());
    }
  }

  private Counts merge(SortedSet<Integer> committed) {
    merged.take(committed);
    MergedState state = merged.state();
    String read = state.rows().fingerprint();
    if (committed.size() == run.plan().chunks() && !read.equals(run.census().placement())) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the chunks hold other rows than were staged: their fingerprint is %s instead of %s; --overwrite the run",
              read,
              run.census().placement()));
    }
    return new Counts(
        run.census().rows(),
        state.states().profile().profiled(),
        state.rejected(),
        run.census().rows() - state.rows().rows(),
        state.states().profile().truncated(),
        run.plan().chunks(),
        committed.size());
  }

  private Iterator<Reject> rejects(SortedSet<Integer> rejecting) {
    return rejecting.stream().flatMap(chunk -> run.store().read(chunk).rejects().rows()).iterator();
  }
}
