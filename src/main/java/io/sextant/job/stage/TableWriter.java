package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.executor.TaskSettings;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.CatalogueTable;
import io.sextant.profile.HeadTables;
import io.sextant.profile.ProfileState;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.profile.prediction.PredictionTable;
import io.sextant.profile.similarity.HeadDistances;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.Cooccurrence;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.Reject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Writes the tables that follow from the merged states of a run. */
public final class TableWriter {
  private final RunDirectory directory;
  private final TaskSettings task;
  private final BertConfig model;
  private final ProfileState state;

  /** The tables of every unit, tokens first. */
  private final List<HeadTables> levels;

  private final ChunkStates states;

  public TableWriter(
      RunDirectory directory, TaskSettings task, BertConfig model, ChunkStates states) {
    this.directory = directory;
    this.task = task;
    this.model = model;
    this.states = states;
    state = states.profile();
    levels =
        state.units().stream()
            .map(unit -> state.tables(unit, task.runId(), task.measures().grades()))
            .toList();
  }

  /** Returns the scores between tokens, by which the pairs to show are chosen. */
  public HeadTables ofTokens() {
    return levels.get(0);
  }

  /**
   * Writes all tables but the scores of single pairs and the exemplars.
   *
   * @param predictive the word pairs that predict each other by co-occurrence
   * @param predictions the scores of the sample for predictive_mlm
   * @param untrained the scores of untrained models; none if they are not measured
   */
  public void write(
      List<WordPair> predictive,
      List<PredictionScores> predictions,
      UntrainedScores untrained,
      Iterator<Reject> rejects) {
    String runId = task.runId();
    HeadTables tokens = ofTokens();
    HeadDistances distances = states.distances().distances();
    HeadMap map = distances.map();
    List<HeadPattern> patterns = new ArrayList<>();
    levels.forEach(level -> patterns.addAll(level.patterns()));
    patterns.addAll(PredictionTable.rows(runId, model, predictions));
    directory.write(Table.HEAD_PATTERNS, patterns.stream().map(untrained::beside).iterator());
    directory.write(Table.HEAD_PROFILE, rows(level -> level.profiles(map)));
    directory.write(Table.HEAD_OFFSETS, rows(HeadTables::offsets));
    directory.write(Table.HEAD_DISTANCES, distances.rows(runId).iterator());
    directory.write(Table.SAMPLED_ATTENTION, states.sample().rows(runId).iterator());
    directory.write(Table.LABEL_STABILITY, tokens.stability().iterator());
    directory.write(Table.LABEL_SENSITIVITY, tokens.sensitivity().iterator());
    directory.write(Table.RELATION_RATES, state.relationRates(runId).iterator());
    directory.write(Table.COOCCURRENCE, cooccurrence(predictive));
    directory.write(Table.HEAD_RELATIONS, states.syntax().relations(runId).iterator());
    directory.write(Table.HEAD_POS, states.syntax().partsOfSpeech(runId).iterator());
    directory.write(Table.HEAD_COREFERENCE, states.syntax().coreference(runId).iterator());
    directory.write(
        Table.CATALOGUE, CatalogueTable.rows(runId, task.measures().classes()).iterator());
    directory.write(Table.REJECTS, rejects);
  }

  private Iterator<Cooccurrence> cooccurrence(List<WordPair> predictive) {
    return predictive.stream()
        .map(
            pair ->
                new Cooccurrence(
                    task.runId(),
                    pair.word(),
                    pair.other(),
                    pair.association().joint(),
                    pair.association().normalizedPmi(),
                    pair.association().logLikelihoodRatio()))
        .iterator();
  }

  private <R> Iterator<R> rows(Function<HeadTables, List<R>> table) {
    return levels.stream().flatMap(tables -> table.apply(tables).stream()).iterator();
  }
}
