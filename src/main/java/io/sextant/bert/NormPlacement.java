package io.sextant.bert;

/** Where the layer norms of an encoder layer are (Xiong et al. 2020, section 3.1). */
public enum NormPlacement {
  /** After the residual connection, as in BERT: norm(x + f(x)). */
  AFTER,
  /** Before the attention and the feed-forward network: x + f(norm(x)). */
  BEFORE
}
