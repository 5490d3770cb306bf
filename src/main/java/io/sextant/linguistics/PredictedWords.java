package io.sextant.linguistics;

/** The relations of a pair's words, and which of them predict each other by co-occurrence. */
final class PredictedWords implements WordRelations {
  private final PairWords words;
  private final WordRelations relations;
  private final Cooccurrences cooccurrences;

  /** For each index in {@link PairWords}, the word's index in {@link Cooccurrences}. */
  private final int[] indices;

  PredictedWords(PairWords words, WordRelations relations, Cooccurrences cooccurrences) {
    this.words = words;
    this.relations = relations;
    this.cooccurrences = cooccurrences;
    this.indices = words.surfaces().stream().mapToInt(cooccurrences::index).toArray();
  }

  @Override
  public Tier between(int word, int other) {
    return relations.between(word, other);
  }

  @Override
  public boolean isFunctionWord(int word) {
    return relations.isFunctionWord(word);
  }

  @Override
  public boolean predicts(int word, int other) {
    int index = words.indexOf(word);
    int otherIndex = words.indexOf(other);
    return index >= 0
        && otherIndex >= 0
        && cooccurrences.predict(indices[index], indices[otherIndex]);
  }
}
