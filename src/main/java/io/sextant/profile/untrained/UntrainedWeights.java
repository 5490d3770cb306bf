package io.sextant.profile.untrained;

import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.EncoderLayer.PositionProjections;
import io.sextant.bert.FeedForward;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.RelativePositions;
import io.sextant.bert.Tensor;
import io.sextant.math.SplitMix;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The weights of an encoder before its training: tables and kernels are drawn from N(0, s^2), where
 * s is the configuration's {@code initializer_range}, layer norms have the scale 1 and the shift 0,
 * and biases are 0. Every type of encoder is drawn, because the weights have the shapes of a
 * trained model's: what it lacks stays absent, and what its layers share stays shared.
 *
 * <p>A row of a matrix is drawn when it is read, from a seed of its own, by {@link
 * Random#nextGaussian}, whose bits Java defines. So nothing is stored or sent, and every machine
 * draws the same bits.
 */
public final class UntrainedWeights {
  private final double deviation;
  private final long seed;
  private final Map<Dense, Dense> dense = new IdentityHashMap<>();
  private final Map<EncoderLayer, EncoderLayer> layers = new IdentityHashMap<>();
  private int tensors;

  private UntrainedWeights(double deviation, long seed) {
    this.deviation = deviation;
    this.seed = seed;
  }

  /**
   * Returns a model of the same configuration and vocabulary as a trained one, with drawn weights
   * and without heads.
   *
   * @param seed another seed gives another model
   */
  public static BertModel like(BertModel trained, long seed) {
    return new BertModel(
        trained.name(),
        trained.config(),
        trained.vocabulary(),
        new UntrainedWeights(trained.config().initializerRange(), seed).drawn(trained.weights()),
        trained.fingerprint() + " untrained " + seed);
  }

  private BertWeights drawn(BertWeights like) {
    return new BertWeights(
        drawn(like.wordEmbeddings()),
        drawn(like.positionEmbeddings()),
        drawn(like.tokenTypeEmbeddings()),
        fresh(like.embeddingNorm()),
        drawn(like.embeddingProjection()),
        drawn(like.relativePositions()),
        like.layers().stream().map(this::drawn).toList(),
        fresh(like.finalNorm()));
  }

  private EncoderLayer drawn(EncoderLayer like) {
    EncoderLayer known = layers.get(like);
    if (known != null) {
      return known;
    }
    EncoderLayer layer =
        new EncoderLayer(
            drawn(like.query()),
            drawn(like.key()),
            drawn(like.value()),
            drawn(like.positions()),
            drawn(like.attentionOutput()),
            fresh(like.attentionNorm()),
            drawn(like.feedForward()),
            fresh(like.feedForwardNorm()));
    layers.put(like, layer);
    return layer;
  }

  private PositionProjections drawn(PositionProjections like) {
    return like == null ? null : new PositionProjections(drawn(like.key()), drawn(like.query()));
  }

  private FeedForward drawn(FeedForward like) {
    return new FeedForward(drawn(like.gate()), drawn(like.intermediate()), drawn(like.output()));
  }

  private RelativePositions drawn(RelativePositions like) {
    return like == null ? null : new RelativePositions(drawn(like.table()), fresh(like.norm()));
  }

  private Dense drawn(Dense like) {
    if (like == null) {
      return null;
    }
    Dense known = dense.get(like);
    if (known != null) {
      return known;
    }
    Dense layer = new Dense(drawn(like.kernel()), zeros(like.bias()));
    dense.put(like, layer);
    return layer;
  }

  /** Returns a drawn matrix of the same shape; an absent one stays absent. */
  private Tensor drawn(Tensor like) {
    if (like == null || like.isAbsent()) {
      return like;
    }
    int width = like.size() / like.shape().get(0);
    long own = SplitMix.step(seed, ++tensors);
    return new Tensor(
        "untrained",
        like.shape(),
        (from, into, at, count) -> {
          for (int done = 0; done < count; ) {
            int row = (from + done) / width;
            int skipped = (from + done) % width;
            int some = Math.min(count - done, width - skipped);
            drawRow(new Random(SplitMix.step(own, row)), skipped, into, at + done, some);
            done += some;
          }
        });
  }

  /** Draws a part of a row, whose first values are skipped. */
  private void drawRow(Random random, int skipped, float[] into, int at, int count) {
    for (int i = -skipped; i < count; i++) {
      double value = deviation * random.nextGaussian();
      if (i >= 0) {
        into[at + i] = (float) value;
      }
    }
  }

  private LayerNorm fresh(LayerNorm like) {
    if (like == null) {
      return null;
    }
    Tensor ones =
        new Tensor(
            "untrained",
            like.gamma().shape(),
            (from, into, at, count) -> Arrays.fill(into, at, at + count, 1));
    return new LayerNorm(ones, zeros(like.beta()));
  }

  private static Tensor zeros(Tensor like) {
    return Tensor.zeros(like.shape().toArray(Integer[]::new));
  }
}
