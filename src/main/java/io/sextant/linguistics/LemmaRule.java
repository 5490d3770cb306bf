package io.sextant.linguistics;

/** The rule of the tier {@code LEMMA}, which relates inflections of the same lemma. */
final class LemmaRule implements TierRule {

  @Override
  public Relation over(PairWords words) {
    WordForms[] forms = Lexicon.instance().look(words.surfaces());
    return (word, other) -> forms[word].sameLemma(forms[other]);
  }
}
