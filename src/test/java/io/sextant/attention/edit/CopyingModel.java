package io.sextant.attention.edit;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.FeedForward;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import io.sextant.bert.Vocabulary;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A model of one layer, built by hand. Head 0 attends from every token to the second one before it,
 * whose word it copies to dimensions of their own, by which the masked-LM head names the word. Head
 * 1 attends to all tokens and copies nothing. Dimension 7 of an embedding is always 0, so that
 * differences from it undo the mean that a layer norm subtracts.
 */
final class CopyingModel {
  static final int NEUTRAL = 0;
  static final int WORD = 1;
  static final int OTHER = 2;
  static final int MASK = 3;

  private static final int HIDDEN = 16;
  private static final int HEAD = 8;
  private static final int TOKENS = 4;
  private static final int ZERO = 7;

  /** Where the embedding of a position has a 1, after the words' dimensions. */
  private static final int PLACES = 8;

  /** Where the copied words are written. */
  private static final int COPIES = 4;

  private static final float SHARPNESS = 10;
  private static final float CONFIDENCE = 2;

  private CopyingModel() {}

  static BertModel create() {
    float[] query = new float[HIDDEN * HIDDEN];
    float[] key = new float[HIDDEN * HIDDEN];
    float[] value = new float[HIDDEN * HIDDEN];
    float[] output = new float[HIDDEN * HIDDEN];
    for (int place = 0; place < HEAD; place++) {
      if (place + 2 < HEAD) {
        set(query, PLACES + place + 2, place, SHARPNESS);
        set(query, ZERO, place, -SHARPNESS);
      }
      set(key, PLACES + place, place, SHARPNESS);
      set(key, ZERO, place, -SHARPNESS);
      Arrays.fill(output, (HEAD + place) * HIDDEN, (HEAD + place + 1) * HIDDEN, 1);
    }
    for (int word = 0; word < 2; word++) {
      set(value, word, word, 1);
      set(value, ZERO, word, -1);
      set(output, word, COPIES + word, 1);
    }
    EncoderLayer layer =
        new EncoderLayer(
            dense(query, HIDDEN),
            dense(key, HIDDEN),
            dense(value, HIDDEN),
            dense(output, HIDDEN),
            norm(),
            new FeedForward(null, dense(new float[HIDDEN], 1), dense(new float[HIDDEN], HIDDEN)),
            norm());
    BertConfig config =
        new BertConfig(
            new EncoderShape(1, 2, HIDDEN, 1), new EmbeddingShape(TOKENS, HEAD, 2), true);
    BertWeights weights =
        new BertWeights(
            tensor(words(), TOKENS, HIDDEN),
            tensor(places(), HEAD, HIDDEN),
            tensor(new float[2 * HIDDEN], 2, HIDDEN),
            norm(),
            List.of(layer));
    float[] identity = new float[HIDDEN * HIDDEN];
    for (int i = 0; i < HIDDEN; i++) {
      set(identity, i, i, 1);
    }
    MaskedLmHead head =
        new MaskedLmHead(
            dense(identity, HIDDEN),
            Activation.RELU,
            norm(),
            tensor(decoder(), TOKENS, HIDDEN),
            tensor(new float[TOKENS], TOKENS),
            MASK);
    List<String> tokens = List.of("neutral", "word", "other", "[MASK]");
    return new BertModel("copying", config, new Vocabulary(tokens), weights, head, "copying");
  }

  /** Returns the part of a word that head 0 copies from a position, in the head's dimensions. */
  static double[] copied(int id, int position) {
    double[] x = embedding(id, position);
    return new double[] {x[0] - x[ZERO], x[1] - x[ZERO]};
  }

  /**
   * Returns the scores of all tokens at a masked position, when something has been copied to it.
   */
  static double[] scores(int position, double[] copied) {
    double[] x = embedding(MASK, position);
    for (int word = 0; word < 2; word++) {
      x[COPIES + word] += copied[word];
    }
    double[] y = norm(norm(x));
    for (int i = 0; i < HIDDEN; i++) {
      y[i] = Math.max(0, y[i]);
    }
    y = norm(y);
    double[] scores = new double[TOKENS];
    for (int i = 0; i < scores.length * HIDDEN; i++) {
      scores[i / HIDDEN] += decoder()[i] * y[i % HIDDEN];
    }
    return scores;
  }

  private static double[] embedding(int id, int position) {
    double[] x = new double[HIDDEN];
    for (int i = 0; i < HIDDEN; i++) {
      x[i] = words()[id * HIDDEN + i] + places()[position * HIDDEN + i];
    }
    return norm(x);
  }

  private static double[] norm(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(a -> (a - mean) * (a - mean)).average().orElseThrow();
    return Arrays.stream(x).map(a -> (a - mean) / Math.sqrt(variance)).toArray();
  }

  private static float[] words() {
    float[] table = new float[TOKENS * HIDDEN];
    table[WORD * HIDDEN] = 1;
    table[OTHER * HIDDEN + 1] = 1;
    return table;
  }

  private static float[] places() {
    float[] table = new float[HEAD * HIDDEN];
    for (int position = 0; position < HEAD; position++) {
      table[position * HIDDEN + PLACES + position] = 1;
    }
    return table;
  }

  private static float[] decoder() {
    float[] table = new float[TOKENS * HIDDEN];
    table[WORD * HIDDEN + COPIES] = CONFIDENCE;
    table[OTHER * HIDDEN + COPIES + 1] = CONFIDENCE;
    return table;
  }

  private static void set(float[] kernel, int from, int to, float weight) {
    kernel[from * HIDDEN + to] = weight;
  }

  private static Dense dense(float[] kernel, int out) {
    return new Dense(tensor(kernel, kernel.length / out, out), tensor(new float[out], out));
  }

  private static LayerNorm norm() {
    float[] ones = new float[HIDDEN];
    Arrays.fill(ones, 1);
    return new LayerNorm(tensor(ones, HIDDEN), tensor(new float[HIDDEN], HIDDEN));
  }

  private static Tensor tensor(float[] values, Integer... shape) {
    return new Tensor("copying", List.of(shape), FloatBuffer.wrap(values).asReadOnlyBuffer());
  }
}
