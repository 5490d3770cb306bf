package io.sextant.attention.nd4j;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Embeddings;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.LayerRunner;
import io.sextant.attention.MaskedLm;
import io.sextant.attention.MaskedLmRunner;
import io.sextant.attention.PositionVectors;
import io.sextant.attention.Precision;
import io.sextant.attention.Rotation;
import io.sextant.attention.RowNorm;
import io.sextant.attention.ScoreOffsets;
import io.sextant.attention.SharedLayers;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import java.util.List;

final class Nd4jModel implements AttentionModel {
  private final BertModel model;
  private final BertConfig config;
  private final Embeddings embeddings;
  private final List<LayerArrays> layers;
  private final List<Rotation> rotations;
  private final List<ScoreOffsets> offsets;
  private final List<PositionVectors> positions;

  /** The norm of the last hidden states; null if the encoder has none. */
  private final RowNorm finalNorm;

  private volatile boolean closed;

  Nd4jModel(BertModel model) {
    this.model = model;
    config = model.config();
    embeddings = new Embeddings(model);
    layers = SharedLayers.of(model.weights().layers(), LayerArrays::new);
    rotations = Rotation.of(config);
    offsets = ScoreOffsets.of(model);
    positions = PositionVectors.of(model);
    finalNorm = RowNorm.last(model);
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  BertConfig config() {
    return config;
  }

  Embeddings embeddings() {
    return embeddings;
  }

  LayerArrays layer(int layer) {
    return layers.get(layer);
  }

  /** Returns the rotation of a layer's queries and keys; null if there is none. */
  Rotation rotation(int layer) {
    return rotations.get(layer);
  }

  /** Returns what a layer adds to the scaled scores; null if it adds nothing. */
  ScoreOffsets offsets(int layer) {
    return offsets.get(layer);
  }

  /** Returns a layer's vectors of relative positions; null if the design has none. */
  PositionVectors positions(int layer) {
    return positions.get(layer);
  }

  LayerKind kind(int layer) {
    PositionVectors vectors = positions(layer);
    return new LayerKind(
        layers.get(layer).hasAttentionNorm(),
        rotation(layer) != null,
        offsets(layer) != null,
        vectors != null && vectors.hasKeys(),
        vectors != null && vectors.hasQueries());
  }

  /** Applies the encoder's final norm, if it has one, to the hidden states of n tokens. */
  void finish(float[] states, int n) {
    if (finalNorm != null) {
      finalNorm.applyAll(states, n);
    }
  }

  @Override
  public AttentionRunner newRunner(AttentionOutputs outputs) {
    requireOpen();
    return new Nd4jRunner(this, outputs);
  }

  @Override
  public HiddenStatesRunner newHiddenStatesRunner() {
    requireOpen();
    return new Nd4jHiddenStates(this);
  }

  @Override
  public LayerRunner newLayerRunner() {
    requireOpen();
    return new Nd4jLayers(this);
  }

  @Override
  public MaskedLmRunner newMaskedLmRunner() {
    requireOpen();
    return new MaskedLm(model);
  }

  @Override
  public String backend() {
    return Nd4jBackend.NAME;
  }

  @Override
  public String precision() {
    return Precision.F32.label();
  }

  @Override
  public void close() {
    closed = true;
    layers.stream().distinct().forEach(LayerArrays::close);
  }
}
