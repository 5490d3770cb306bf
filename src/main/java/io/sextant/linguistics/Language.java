package io.sextant.linguistics;

import io.sextant.fault.UsageException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The language of a corpus.
 *
 * @param code ISO 639-1, such as en
 */
public record Language(String code) implements Serializable {
  public static final Language ENGLISH = new Language("en");

  /**
   * The language of a code.
   *
   * @throws UsageException if it is no code of ISO 639-1
   */
  public Language {
    if (!Arrays.asList(Locale.getISOLanguages()).contains(code)) {
      throw new UsageException(
          "'" + code + "' is no language: give a code of ISO 639-1, such as en or de");
    }
  }

  /** Its English name, such as German. */
  String title() {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** What cannot be told of its words, a sentence each; none for English. */
  public List<String> limits() {
    List<String> limits = new ArrayList<>();
    if (!hasWordNet()) {
      limits.add(
          "no lemmas and no WordNet for "
              + title()
              + ": related words lack the tiers lemma and wordnet");
    }
    if (FunctionWords.of(this).isEmpty()) {
      limits.add("no list of function words for " + title() + ": all words are content words");
    }
    return limits;
  }

  /**
   * Whether two case folded words are inflections of one lemma, as {@link RelatedWords} has it for
   * Tier {@code LEMMA}; false where the language has no lemmas.
   */
  public boolean sameLemma(String word, String other) {
    if (!hasWordNet()) {
      return false;
    }
    WordForms[] forms = Lexicon.instance().look(List.of(word, other));
    return forms[0].sameLemma(forms[1]);
  }

  /**
   * Whether there are lemmas and a WordNet for it: the tiers {@code LEMMA} and {@code WORDNET}.
   * English only.
   */
  boolean hasWordNet() {
    return equals(ENGLISH);
  }
}
