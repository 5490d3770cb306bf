package io.sextant.attention;

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
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RelativePositions;
import io.sextant.bert.Tensor;
import io.sextant.bert.Vocabulary;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small encoders with random weights, and random input for them. */
public final class RandomBert {
  /** The id of the mask token. */
  public static final int MASK = 3;

  private static final int VOCABULARY = 50;
  private static final int POSITIONS = 600;

  private final Random random;
  private final BertConfig config;
  private final List<String> tokens;

  private RandomBert(BertConfig config, List<String> tokens, long seed) {
    this.config = config;
    this.tokens = tokens;
    this.random = new Random(seed);
  }

  /** Returns an encoder with the given tokens, of two layers with four heads of size 32. */
  public static BertModel of(List<String> tokens, long seed) {
    BertConfig config =
        new BertConfig(
            new EncoderShape(2, 4, 128, 64), new EmbeddingShape(tokens.size(), POSITIONS, 2), true);
    return new RandomBert(config, tokens, seed).model(seed);
  }

  /** Returns an encoder of a shape, all weights of which depend on {@code seed} only. */
  public static BertModel of(int layers, int heads, int headSize, int intermediate, long seed) {
    BertConfig config =
        new BertConfig(
            new EncoderShape(layers, heads, heads * headSize, intermediate),
            new EmbeddingShape(VOCABULARY, POSITIONS, 2),
            true);
    return new RandomBert(config, List.of(), seed).model(seed);
  }

  /** Returns an encoder of a kind and a shape, all weights of which depend on {@code seed} only. */
  public static BertModel of(
      EncoderKind kind, int layers, int heads, int headSize, int intermediate, long seed) {
    BertConfig config =
        new BertConfig(
                new EncoderShape(layers, heads, heads * headSize, intermediate),
                new EmbeddingShape(VOCABULARY, POSITIONS, 2),
                true)
            .withDesign(kind.design(layers));
    return new RandomBert(config, List.of(), seed).model(seed);
  }

  /** Returns a small encoder with an activation. */
  public static BertModel of(Activation activation, long seed) {
    BertConfig config =
        new BertConfig(
            new EncoderShape(3, 2, 32, 64),
            new EmbeddingShape(VOCABULARY, POSITIONS, 2),
            1e-12,
            activation,
            true,
            true);
    return new RandomBert(config, List.of(), seed).model(seed);
  }

  /**
   * Returns an input of {@code size} tokens, with a second sentence if {@code firstSep} leaves
   * room.
   */
  public static EncodedPair pair(int size, int firstSep, long seed) {
    Random random = new Random(seed);
    int[] ids = random.ints(size, 0, VOCABULARY).toArray();
    int[] types = IntStream.range(0, size).map(i -> i > firstSep ? 1 : 0).toArray();
    int[] wordOf =
        IntStream.range(0, size)
            .map(i -> i == 0 || i == firstSep || i == size - 1 ? -1 : 0)
            .toArray();
    return new EncodedPair(
        new SentencePair("p" + seed, null, "a", "b"),
        Collections.nCopies(size, "token"),
        ids,
        types,
        wordOf,
        List.of(),
        new SentenceBounds(firstSep, 0));
  }

  /**
   * Returns pairs of many lengths between {@code shortest} and {@code longest}, in random order.
   */
  public static List<EncodedPair> pairs(int count, int shortest, int longest, long seed) {
    Random random = new Random(seed);
    List<EncodedPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = shortest + random.nextInt(longest - shortest + 1);
      pairs.add(pair(size, 1 + random.nextInt(size - 1), seed + i));
    }
    return pairs;
  }

  private BertModel model(long seed) {
    int hidden = config.hidden();
    boolean before = config.design().norms() == NormPlacement.BEFORE;
    Position position = config.design().position();
    boolean disentangled = position instanceof Position.Disentangled;
    List<EncoderLayer> layers = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      layers.add(
          new EncoderLayer(
              dense(hidden, hidden),
              dense(hidden, hidden),
              dense(hidden, hidden),
              disentangled
                  ? new EncoderLayer.PositionProjections(
                      dense(hidden, hidden), dense(hidden, hidden))
                  : null,
              dense(hidden, hidden),
              i == 0 && before ? null : norm(),
              new FeedForward(
                  config.design().gated() ? dense(hidden, config.intermediate()) : null,
                  dense(hidden, config.intermediate()),
                  dense(config.intermediate(), hidden)),
              norm()));
    }
    BertWeights weights =
        new BertWeights(
            tensor(0, 1, config.vocabularySize(), hidden),
            position instanceof Position.Rotary ? null : tensor(0, 0.5, POSITIONS, hidden),
            tensor(0, 0.5, 2, hidden),
            norm(),
            null,
            relativePositions(position),
            layers,
            before ? norm() : null);
    MaskedLmHead head =
        new MaskedLmHead(
            dense(hidden, hidden),
            Activation.GELU,
            norm(),
            null,
            tensor(0, 0.5, config.vocabularySize()),
            MASK);
    return new BertModel("random", config, new Vocabulary(tokens), weights, head, "random-" + seed);
  }

  private RelativePositions relativePositions(Position position) {
    if (position instanceof Position.Bias bias) {
      Tensor table = tensor(0, 1, bias.buckets().count(), config.heads());
      return new RelativePositions(table, null);
    }
    if (position instanceof Position.Disentangled disentangled) {
      Tensor table = tensor(0, 1, disentangled.buckets().count(), config.hidden());
      return new RelativePositions(table, norm());
    }
    return null;
  }

  private Dense dense(int in, int out) {
    return new Dense(tensor(0, 1.2 / Math.sqrt(in), in, out), tensor(0, 0.1, out));
  }

  private LayerNorm norm() {
    return new LayerNorm(tensor(1, 0.2, config.hidden()), tensor(0, 0.1, config.hidden()));
  }

  private Tensor tensor(double mean, double deviation, Integer... shape) {
    int size = List.of(shape).stream().reduce(1, Math::multiplyExact);
    FloatBuffer data = FloatBuffer.allocate(size);
    for (int i = 0; i < size; i++) {
      data.put(i, (float) (mean + deviation * random.nextGaussian()));
    }
    return new Tensor("random", List.of(shape), data.asReadOnlyBuffer());
  }
}
