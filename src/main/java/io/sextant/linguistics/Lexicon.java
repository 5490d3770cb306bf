package io.sextant.linguistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms and senses of English words. The JVM shares one instance. Looking up a new word takes
 * half a millisecond, so the 50,000 most recently used words are cached, with about a kilobyte
 * each. The instance is safe for use by several threads, which wait for each other.
 */
public final class Lexicon {
  private static final int CAPACITY = 50_000;

  private final WordNet wordNet = WordNet.open();
  private final Stems stems = new Stems();
  private final Map<String, WordForms> words =
      new LinkedHashMap<>(1024, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WordForms> eldest) {
          return size() > CAPACITY;
        }
      };

  private Lexicon() {}

  public static Lexicon instance() {
    return Holder.INSTANCE;
  }

  /** Returns the forms of lower-case words, in their order. */
  public synchronized WordForms[] look(List<String> some) {
    WordForms[] found = new WordForms[some.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = words.computeIfAbsent(some.get(i), this::look);
    }
    return found;
  }

  private WordForms look(String word) {
    return new WordForms(Set.copyOf(wordNet.baseForms(word)), stems.of(word), wordNet.senses(word));
  }

  private static final class Holder {
    static final Lexicon INSTANCE = new Lexicon();
  }
}
