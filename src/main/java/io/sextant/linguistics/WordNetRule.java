package io.sextant.linguistics;

/**
 * The rule of the tier {@code WORDNET}, which relates content words whose senses are linked in
 * WordNet. Function words are left out, because WordNet's entries for them are homographs: in is
 * the inch, he is helium.
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
