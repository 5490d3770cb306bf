package io.sextant.attention.nd4j;

import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The weights of an encoder layer as ND4J arrays, by the names of the graph's placeholders. */
final class LayerArrays implements AutoCloseable {
  static final String QUERY = "query";
  static final String KEY = "key";
  static final String VALUE = "value";
  static final String ATTENTION_OUTPUT = "attention_output";
  static final String ATTENTION_NORM = "attention_norm";
  static final String INTERMEDIATE = "intermediate";
  static final String OUTPUT = "output_dense";
  static final String GATE = "gate";
  static final String FEED_FORWARD_NORM = "feed_forward_norm";

  private final Map<String, INDArray> byName = new HashMap<>();

  LayerArrays(EncoderLayer layer) {
    put(QUERY, layer.query());
    put(KEY, layer.key());
    put(VALUE, layer.value());
    put(ATTENTION_OUTPUT, layer.attentionOutput());
    if (layer.attentionNorm() != null) {
      put(ATTENTION_NORM, layer.attentionNorm());
    }
    if (layer.feedForward().gate() != null) {
      put(GATE, layer.feedForward().gate());
    }
    put(INTERMEDIATE, layer.feedForward().intermediate());
    put(OUTPUT, layer.feedForward().output());
    put(FEED_FORWARD_NORM, layer.feedForwardNorm());
  }

  static String kernel(String name) {
    return name + "/kernel";
  }

  static String bias(String name) {
    return name + "/bias";
  }

  static String gamma(String name) {
    return name + "/gamma";
  }

  static String beta(String name) {
    return name + "/beta";
  }

  /** Returns whether the attention has a layer norm. */
  boolean hasAttentionNorm() {
    return byName.containsKey(gamma(ATTENTION_NORM));
  }

  /** Returns the values of the graph's placeholders for this layer and the arrays of a pair. */
  Map<String, INDArray> with(Map<String, INDArray> pair) {
    Map<String, INDArray> placeholders = new HashMap<>(byName);
    placeholders.putAll(pair);
    return placeholders;
  }

  private void put(String name, Dense dense) {
    byName.put(kernel(name), array(dense.kernel()));
    byName.put(bias(name), array(dense.bias()));
  }

  private void put(String name, LayerNorm norm) {
    byName.put(gamma(name), array(norm.gamma()));
    byName.put(beta(name), array(norm.beta()));
  }

  private static INDArray array(Tensor tensor) {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return Nd4j.create(tensor.toArray(), shape, 'c');
  }

  @Override
  public void close() {
    byName.values().forEach(INDArray::close);
  }
}
