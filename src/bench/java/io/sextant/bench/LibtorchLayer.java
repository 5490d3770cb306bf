package io.sextant.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Tensor;

/**
 * One encoder layer in libtorch: a linear layer is a list of kernel and bias, a norm of its two
 * vectors.
 */
record LibtorchLayer(
    BertConfig config,
    NDList query,
    NDList key,
    NDList value,
    NDList attentionOutput,
    NDList attentionNorm,
    NDList intermediate,
    NDList output,
    NDList outputNorm) {

  /** Copies a layer's weights into arrays of the manager. */
  static LibtorchLayer of(NDManager manager, BertConfig config, EncoderLayer layer) {
    return new LibtorchLayer(
        config,
        dense(manager, layer.query()),
        dense(manager, layer.key()),
        dense(manager, layer.value()),
        dense(manager, layer.attentionOutput()),
        norm(manager, layer.attentionNorm()),
        dense(manager, layer.feedForward().intermediate()),
        dense(manager, layer.feedForward().output()),
        norm(manager, layer.feedForwardNorm()));
  }

  /** Returns the attention of states [batch, T, hidden]: [batch, heads, T, T]. */
  NDArray attention(NDArray states, NDArray mask) {
    NDArray keys = heads(linear(states, key)).transpose(0, 1, 3, 2);
    NDArray logits = heads(linear(states, query)).matMul(keys);
    return logits.mul(1 / Math.sqrt(config.headSize())).add(mask).softmax(-1);
  }

  /** Returns the next states. */
  NDArray next(NDArray states, NDArray attention) {
    NDArray context = attention.matMul(heads(linear(states, value)));
    NDArray merged = context.transpose(0, 2, 1, 3).reshape(states.getShape());
    NDArray attended =
        normalize(linear(merged, attentionOutput).add(states), attentionNorm, config);
    NDArray widened = Activation.gelu(linear(attended, intermediate));
    return normalize(linear(widened, output).add(attended), outputNorm, config);
  }

  /** Reshapes [batch, T, hidden] to [batch, heads, T, headSize]. */
  private NDArray heads(NDArray states) {
    Shape shape = states.getShape();
    return states
        .reshape(shape.get(0), shape.get(1), config.heads(), config.headSize())
        .transpose(0, 2, 1, 3);
  }

  private static NDArray linear(NDArray states, NDList dense) {
    return Linear.linear(states, dense.get(0), dense.get(1)).singletonOrThrow();
  }

  /** Applies a layer norm. */
  static NDArray normalize(NDArray states, NDList norm, BertConfig config) {
    return ai.djl.nn.norm.LayerNorm.layerNorm(
            states,
            new Shape(config.hidden()),
            norm.get(0),
            norm.get(1),
            (float) config.layerNormEpsilon())
        .singletonOrThrow();
  }

  /** Returns a linear layer's kernel, which libtorch expects as [out, in], and bias. */
  private static NDList dense(NDManager manager, Dense dense) {
    return new NDList(array(manager, dense.kernel()).transpose(), array(manager, dense.bias()));
  }

  /** Returns the two vectors of a norm. */
  static NDList norm(NDManager manager, LayerNorm norm) {
    return new NDList(array(manager, norm.gamma()), array(manager, norm.beta()));
  }

  /** Returns a copy of a tensor. */
  static NDArray array(NDManager manager, Tensor tensor) {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return manager.create(tensor.toArray(), new Shape(shape));
  }
}
