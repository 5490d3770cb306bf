package io.sextant.bert;

/**
 * The linear layers from the embeddings of relative positions to a layer's position keys and
 * position queries, each from hidden to hidden (He et al. 2021, section 3.1).
 *
 * @param key the layer of the position keys; null if content does not attend to positions
 * @param query the layer of the position queries; null if positions do not attend to content
 */
public record PositionProjections(Dense key, Dense query) {}
