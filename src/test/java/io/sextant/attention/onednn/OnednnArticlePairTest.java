package io.sextant.attention.onednn;

import io.sextant.attention.ArticlePairContract;

class OnednnArticlePairTest extends ArticlePairContract {

  OnednnArticlePairTest() {
    super("onednn");
  }
}
