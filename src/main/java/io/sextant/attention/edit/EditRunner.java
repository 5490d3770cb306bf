package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Embeddings;
import io.sextant.attention.LayerRunner;
import io.sextant.attention.RowNorm;
import io.sextant.attention.SequencePacking;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.List;

/**
 * Runs pairs intact and with edits. The intact pass keeps the inputs of the layers that are edited
 * first; the pass of an edit begins there, at the output projection, and in the last layer runs
 * only the positions that the output head reads. The outcomes of a pair do not depend on the other
 * pairs and edits of the batch. A runner may be used by one thread at a time.
 */
public final class EditRunner implements AutoCloseable {
  private final BertConfig config;
  private final Embeddings embeddings;
  private final LayerRunner layers;
  private final OutputHead head;
  private final AnswerScores scores;

  /** The norm of the last hidden states; null if the encoder has none. */
  private final RowNorm finalNorm;

  /** Creates a runner for one task on a model that is shared. */
  public EditRunner(BertModel model, AttentionModel encoder, OutputHead head) {
    this.head = head;
    config = model.config();
    embeddings = new Embeddings(model);
    finalNorm = RowNorm.last(model);
    layers = encoder.newLayerRunner();
    scores = head.open(encoder);
  }

  /**
   * Runs a batch. The passes of one pack of pairs, of some hundred tokens, are packed if they begin
   * in the same layer; so its pairs should have several edits there.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions, if an edit
   *     does not fit the model or its pair, or if a knock-out leaves a query no key
   */
  public void run(List<EditedPair> batch, OutcomeSink sink) {
    batch.forEach(pair -> pair.edits().forEach(edit -> edit.check(config, pair.input().size())));
    int[] sizes = batch.stream().mapToInt(pair -> pair.input().size()).toArray();
    for (int[] pack : SequencePacking.of(sizes, layers.budget())) {
      run(batch, pack, sink);
    }
  }

  private void run(List<EditedPair> batch, int[] pack, OutcomeSink sink) {
    List<EditedPair> pairs =
        Arrays.stream(pack).mapToObj(pair -> head.reading(batch.get(pair))).toList();
    IntactPass intact = new IntactPass(config, layers, pairs);
    PackOutcomes outcomes =
        new PackOutcomes(
            head, scores, pairs, (run, of) -> sink.accept(pack[run.pair()], run.edit(), of));
    double[][] ofIntact = outcomes.ofIntact(finish(intact.run(embeddings)));
    for (int pair = 0; pair < pack.length; pair++) {
      sink.acceptIntact(pack[pair], ofIntact[pair]);
    }
    EditedPass edited = new EditedPass(config, layers, pairs, intact.rows());
    for (int layer = 0; layer < config.layers(); layer++) {
      if (intact.beginsIn(layer)) {
        run(edited, intact.branch(layer), outcomes);
      }
    }
    outcomes.finish();
  }

  private void run(EditedPass edited, Branch branch, PackOutcomes outcomes) {
    List<EditRun> all = branch.runs();
    int[] sizes = all.stream().mapToInt(run -> edited.size(run.pair())).toArray();
    for (int[] some : SequencePacking.of(sizes, layers.budget())) {
      List<EditRun> runs = Arrays.stream(some).mapToObj(all::get).toList();
      outcomes.add(finish(edited.run(branch, runs)), runs, config.hidden());
    }
  }

  private float[] finish(float[] states) {
    if (finalNorm != null) {
      finalNorm.applyAll(states, states.length / config.hidden());
    }
    return states;
  }

  /**
   * Adds the contexts of the intact model, at all positions of the pairs, to sums. Each pair is
   * added on its own, in the order of the batch.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions
   */
  public void addContexts(List<EncodedPair> batch, ContextSums sums) {
    ContextSums[] ofPairs = new ContextSums[batch.size()];
    for (int[] pack : SequencePacking.of(batch, layers.budget())) {
      PackRows rows = new PackRows(Arrays.stream(pack).map(i -> batch.get(i).size()).toArray());
      float[] numbers = new float[rows.count() * config.hidden()];
      for (int i = 0; i < pack.length; i++) {
        embeddings.embed(batch.get(pack[i]), numbers, rows.first(i) * config.hidden());
        ofPairs[pack[i]] = new ContextSums(config.layers(), config.hidden());
      }
      layers.begin(rows.sizes());
      layers.putStates(numbers);
      for (int layer = 0; layer < config.layers(); layer++) {
        layers.attend(layer, LayerRunner.WeightsSink.NONE);
        layers.readContexts(numbers);
        for (int i = 0; i < pack.length; i++) {
          ofPairs[pack[i]].add(layer, numbers, rows.first(i), rows.sizes()[i]);
        }
        layers.complete(layer);
      }
    }
    for (ContextSums ofPair : ofPairs) {
      sums.merge(ofPair);
    }
  }

  @Override
  public void close() {
    scores.close();
    layers.close();
  }
}
