package io.sextant.linguistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;
import net.sf.extjwnl.dictionary.MorphologicalProcessor;

/**
 * Looks up words in WordNet 3.1 with extJWNL. WordNet is read from the class path, which takes
 * about a second and 40 MB. An instance may be used by one thread at a time.
 */
final class WordNet {
  private static final int MOST_FREQUENT = 3;
  private static final Set<PointerType> LEXICAL =
      EnumSet.of(PointerType.ANTONYM, PointerType.DERIVATION);

  private final Dictionary dictionary;
  private final MorphologicalProcessor morphy;

  private WordNet(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.morphy = dictionary.getMorphologicalProcessor();
  }

  static WordNet open() {
    try (InputStream settings = WordNet.class.getResourceAsStream("wordnet.xml")) {
      return new WordNet(Dictionary.getInstance(settings));
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet's data are not on the class path", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the base forms that Morphy finds for a lower-case word over the four parts of speech:
   * the word itself if WordNet lists it, forms in the exception lists (went: go), and forms without
   * an ending (strawberries: strawberry). The set is empty if WordNet knows none, as for most
   * function words and names.
   */
  Set<String> baseForms(String word) {
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

  /**
   * Returns the senses of a lower-case word: for each part of speech and base form, the three most
   * frequent ones in WordNet's order.
   */
  Senses senses(String word) {
    LongStream.Builder own = LongStream.builder();
    LongStream.Builder linked = LongStream.builder();
    try {
      for (POS pos : POS.getAllPOS()) {
        for (String lemma : morphy.lookupAllBaseForms(pos, word)) {
          IndexWord entry = dictionary.getIndexWord(pos, lemma);
          // Morphy's exception lists contain lemmas that the index does not have (his: his).
          List<Synset> synsets = entry == null ? List.of() : entry.getSenses();
          for (Synset synset : synsets.subList(0, Math.min(MOST_FREQUENT, synsets.size()))) {
            add(synset, placeOf(lemma, synset), own, linked);
          }
        }
      }
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet cannot look up '" + word + "'", e);
    }
    return Senses.of(own.build(), linked.build());
  }

  /** Adds a synset, the word at a place in it, and the senses to which they are linked. */
  private static void add(
      Synset synset, int place, LongStream.Builder own, LongStream.Builder linked)
      throws JWNLException {
    own.add(id(synset.getPOS(), synset.getOffset(), 0));
    own.add(id(synset.getPOS(), synset.getOffset(), place));
    for (Pointer pointer : synset.getPointers()) {
      if (pointer.getType() == PointerType.HYPERNYM
          || (LEXICAL.contains(pointer.getType()) && pointer.getSourceIndex() == place)) {
        linked.add(id(pointer.getTargetPOS(), pointer.getTargetOffset(), pointer.getTargetIndex()));
      }
    }
  }

  /** Returns the place of a word in a synset, counted from 1. */
  private static int placeOf(String lemma, Synset synset) {
    for (Word word : synset.getWords()) {
      if (word.getLemma().equalsIgnoreCase(lemma)) {
        return word.getIndex();
      }
    }
    throw new IllegalStateException(lemma + " is not in its synset " + synset);
  }

  /**
   * Returns the id of a word in a synset, or of the synset itself, which has place 0. Synsets have
   * fewer than 256 words.
   */
  private static long id(POS pos, long offset, int place) {
    return (offset * POS.values().length + pos.ordinal()) << 8 | place;
  }
}
