package io.sextant.attention.nd4j;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Embeddings;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.Precision;
import io.sextant.attention.SharedLayers;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import java.util.List;

final class Nd4jModel implements AttentionModel {
  private final BertConfig config;
  private final Embeddings embeddings;
  private final List<LayerArrays> layers;
  private volatile boolean closed;

  Nd4jModel(BertModel model) {
    config = model.config();
    embeddings = new Embeddings(model);
    layers = SharedLayers.of(model.weights().layers(), LayerArrays::new);
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
