package io.sextant.linguistics;

/** Tier {@code LEMMA}: inflections of one lemma. */
final class LemmaRule implements TierRule {

  @Override
  public Relation over(PairWords words) {
    WordForms[] forms = Lexicon.instance().look(words.surfaces());
    return (word, other) -> forms[word].sameLemma(forms[other]);
  }
}
