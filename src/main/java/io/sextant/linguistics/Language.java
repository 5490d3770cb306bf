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
 * @param code the code of ISO 639-1, such as en
 */
public record Language(String code) implements Serializable {
  public static final Language ENGLISH = new Language("en");

  /**
   * Checks the code.
   *
   * @throws UsageException if it is not a code of ISO 639-1
   */
  public Language {
    if (!Arrays.asList(Locale.getISOLanguages()).contains(code)) {
      throw new UsageException(
          "'" + code + "' is not a language: give a code of ISO 639-1, such as en or de");
    }
  }

  /** Returns the English name of the language, such as German. */
  String title() {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** Returns sentences about what is not known of the language's words; none for English. */
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
   * Returns whether two case folded words are inflections of the same lemma, as {@link
   * RelatedWords} defines it for the tier {@code LEMMA}; false if there are no lemmas for the
   * language.
   */
  public boolean sameLemma(String word, String other) {
    if (!hasWordNet()) {
      return false;
    }
    WordForms[] forms = Lexicon.instance().look(List.of(word, other));
    return forms[0].sameLemma(forms[1]);
  }

  /**
   * Returns whether there are lemmas and a WordNet, for the tiers {@code LEMMA} and {@code
   * WORDNET}. This is true for English only.
   */
  boolean hasWordNet() {
    return equals(ENGLISH);
  }
}
