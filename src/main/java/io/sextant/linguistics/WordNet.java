package io.sextant.linguistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.dictionary.Dictionary;
import net.sf.extjwnl.dictionary.MorphologicalProcessor;

/**
 * WordNet 3.1 through extJWNL, from the class path. Opened once per JVM, on first use: about a
 * second and 40 MB. Safe for use by many threads, one at a time.
 */
final class WordNet {
  private final MorphologicalProcessor morphy;

  private WordNet(Dictionary dictionary) {
    this.morphy = dictionary.getMorphologicalProcessor();
  }

  static WordNet instance() {
    return Holder.INSTANCE;
  }

  /**
   * The base forms of a lower-case word over the four parts of speech, by Morphy: the word itself
   * where WordNet lists it, the exception lists (went: go), and detached endings (strawberries:
   * strawberry). Empty where WordNet knows none, as for most function words and names.
   */
  synchronized Set<String> baseForms(String word) {
    Set<String> forms = new LinkedHashSet<>();
    try {
      for (POS pos : POS.getAllPOS()) {
        forms.addAll(morphy.lookupAllBaseForms(pos, word));
      }
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet cannot look up '" + word + "'", e);
    }
    return forms;
  }

  private static WordNet open() {
    try (InputStream settings = WordNet.class.getResourceAsStream("wordnet.xml")) {
      return new WordNet(Dictionary.getInstance(settings));
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet's data are not on the class path", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final WordNet INSTANCE = open();
  }
}
