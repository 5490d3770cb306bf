package io.sextant.linguistics;

/**
 * R2: content words whose senses WordNet relates. What it lists under function words are
 * homographs: in is the inch, he is helium.
 */
final class WordNetRule implements TierRule {

  @Override
  public Relation over(PairWords words) {
    WordForms[] forms = Lexicon.instance().look(words.surfaces());
    return (word, other) ->
        words.isContent(word)
            && words.isContent(other)
            && forms[word].senses().related(forms[other].senses());
  }
}
