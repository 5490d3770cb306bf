package io.sextant.view;

import io.sextant.attention.Embeddings;
import io.sextant.attention.PositionVectors;
import io.sextant.attention.Rotation;
import io.sextant.attention.RowNorm;
import io.sextant.attention.ScoreOffsets;
import io.sextant.attention.TaskScores;
import io.sextant.bert.BertModel;
import io.sextant.bert.Purpose;
import io.sextant.bert.TaskHead;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs an encoder on one pair in float64, on all cores, and keeps the queries and keys, which the
 * backends discard.
 */
public final class EncoderPass {
  private final BertModel model;
  private final List<PairVectors.Layer> layers = new ArrayList<>();
  private Prediction prediction;

  private EncoderPass(BertModel model) {
    this.model = model;
  }

  /**
   * Runs a pair through the model. Of the last layer, only the queries and keys are computed,
   * unless the model has a task head.
   *
   * @throws IllegalArgumentException if the pair is longer than the model's positions
   */
  public static PairVectors run(BertModel model, EncodedPair pair) {
    EncoderPass pass = new EncoderPass(model);
    pass.run(pair);
    return new PairVectors(
        model.name(),
        pair.tokens(),
        IntStream.range(0, pair.size()).map(pair::side).toArray(),
        pair.wordOf(),
        pair.words().stream().map(Word::text).toList(),
        model.config().heads(),
        pass.layers,
        pass.prediction);
  }

  private void run(EncodedPair pair) {
    int n = pair.size();
    boolean predicts = model.purpose().taskHead() != null;
    List<Rotation> rotations = Rotation.of(model.config());
    List<ScoreOffsets> offsets = ScoreOffsets.of(model);
    float[] table = PositionVectors.table(model);
    double[] states = embed(pair);
    for (int i = 0; i < model.config().layers(); i++) {
      LayerPass layer = new LayerPass(model.config(), model.weights().layers().get(i), n);
      PairVectors.Layer looks = layer.look(states, rotations.get(i), offsets.get(i), table);
      layers.add(looks);
      if (layers.size() < model.config().layers() || predicts) {
        states = layer.forward(states, looks);
      }
    }
    if (predicts) {
      prediction = predict(model.purpose(), states);
    }
  }

  private Prediction predict(Purpose purpose, double[] states) {
    TaskHead head = purpose.taskHead();
    float[] pooled = new float[model.config().hidden()];
    float[] last = new float[states.length];
    for (int i = 0; i < last.length; i++) {
      last[i] = (float) states[i];
    }
    int tokens = last.length / pooled.length;
    RowNorm norm = RowNorm.last(model);
    if (norm != null) {
      norm.applyAll(last, tokens);
    }
    head.pooling().pool(last, 0, tokens, pooled);
    double[] scores = head.scores(new TaskScores(head).logits(pooled));
    return new Prediction(purpose.modelClass(), head.labels(), scores, head.meaning());
  }

  private double[] embed(EncodedPair pair) {
    float[] embedded = new float[pair.size() * model.config().hidden()];
    new Embeddings(model).embed(pair, embedded, 0);
    return IntStream.range(0, embedded.length).mapToDouble(i -> embedded[i]).toArray();
  }
}
