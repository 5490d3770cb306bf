package io.sextant.attention.edit;

/** The rows of a pair in which an {@link Ablation} replaces the contexts of heads: all of them. */
record AblatedRows(Ablation ablation, int headSize) implements ContextEdit {

  @Override
  public boolean edits(int layer) {
    return ablation.heads().stream().anyMatch(head -> head.layer() == layer);
  }

  @Override
  public void apply(int layer, float[] contexts, int first, int n) {
    float[] vectors = ablation.replacement().byLayer()[layer];
    for (Head head : ablation.heads()) {
      if (head.layer() == layer) {
        int at = head.head() * headSize;
        for (int row = first; row < first + n; row++) {
          System.arraycopy(vectors, at, contexts, row * vectors.length + at, headSize);
        }
      }
    }
  }
}
