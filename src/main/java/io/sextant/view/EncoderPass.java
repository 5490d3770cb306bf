package io.sextant.view;

import io.sextant.attention.Embeddings;
import io.sextant.attention.Rotation;
import io.sextant.attention.ScoreOffsets;
import io.sextant.bert.BertModel;
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

  private EncoderPass() {}

  /**
   * Runs a pair through the model. Of the last layer, only the queries and keys are computed.
   *
   * @throws IllegalArgumentException if the pair is longer than the model's positions
   */
  public static PairVectors run(BertModel model, EncodedPair pair) {
    return new PairVectors(
        model.name(),
        pair.tokens(),
        IntStream.range(0, pair.size()).map(pair::side).toArray(),
        pair.wordOf(),
        pair.words().stream().map(Word::text).toList(),
        model.config().heads(),
        layers(model, pair));
  }

  private static List<PairVectors.Layer> layers(BertModel model, EncodedPair pair) {
    int n = pair.size();
    List<Rotation> rotations = Rotation.of(model.config());
    List<ScoreOffsets> offsets = ScoreOffsets.of(model);
    double[] states = embed(model, pair);
    List<PairVectors.Layer> layers = new ArrayList<>();
    for (int i = 0; i < model.config().layers(); i++) {
      LayerPass layer = new LayerPass(model.config(), model.weights().layers().get(i), n);
      PairVectors.Layer looks = layer.look(states, rotations.get(i), offsets.get(i));
      layers.add(looks);
      if (layers.size() < model.config().layers()) {
        states = layer.forward(states, looks);
      }
    }
    return layers;
  }

  private static double[] embed(BertModel model, EncodedPair pair) {
    float[] embedded = new float[pair.size() * model.config().hidden()];
    new Embeddings(model).embed(pair, embedded, 0);
    return IntStream.range(0, embedded.length).mapToDouble(i -> embedded[i]).toArray();
  }
}
