package io.sextant.attention.nd4j;

import io.sextant.attention.ArticlePairContract;

class Nd4jArticlePairTest extends ArticlePairContract {

  Nd4jArticlePairTest() {
    super("nd4j");
  }
}
