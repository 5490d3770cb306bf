package io.sextant.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertWeights;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * BERT's encoder in libtorch's own operations, called one by one as in Hugging Face's eager model:
 * without fused operations, and with the whole last layer. A layer's arrays are freed after it.
 */
final class LibtorchBert {
  private final BertConfig config;
  private final NDArray words;
  private final NDArray positions;
  private final NDArray types;
  private final NDList norm;
  private final List<LibtorchLayer> layers;

  /** Copies the weights into arrays of the manager. */
  LibtorchBert(NDManager manager, BertConfig config, BertWeights weights) {
    this.config = config;
    this.words = LibtorchLayer.array(manager, weights.wordEmbeddings());
    this.positions = LibtorchLayer.array(manager, weights.positionEmbeddings());
    this.types = LibtorchLayer.array(manager, weights.tokenTypeEmbeddings());
    this.norm = LibtorchLayer.norm(manager, weights.embeddingNorm());
    this.layers =
        weights.layers().stream().map(layer -> LibtorchLayer.of(manager, config, layer)).toList();
  }

  /**
   * Runs a batch.
   *
   * @param ids [batch, T], int64, as are the token types
   * @param mask added to the logits: [batch, 1, 1, T]
   * @param maps receives each layer's maps, [batch, heads, T, T], which are valid until it returns
   */
  void run(NDArray ids, NDArray tokenTypes, NDArray mask, ObjIntConsumer<NDArray> maps) {
    NDManager batch = ids.getManager();
    NDArray states = embed(ids, tokenTypes);
    for (int l = 0; l < layers.size(); l++) {
      try (NDManager scope = batch.newSubManager()) {
        states.attach(scope);
        NDArray attention = layers.get(l).attention(states, mask);
        maps.accept(attention, l);
        states = layers.get(l).next(states, attention);
        states.attach(batch);
      }
    }
  }

  private NDArray embed(NDArray ids, NDArray tokenTypes) {
    int size = (int) ids.getShape().get(1);
    NDArray order = ids.getManager().arange(0, size, 1, ids.getDataType());
    NDArray sum = rows(ids, words).add(rows(tokenTypes, types)).add(rows(order, positions));
    return LibtorchLayer.normalize(sum, norm, config);
  }

  private static NDArray rows(NDArray indices, NDArray table) {
    return Embedding.embedding(indices, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
