package io.sextant.linguistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of English words, shared by the JVM: a new word takes half a millisecond. Keeps the
 * 50,000 words used last, about a kilobyte each. Safe for use by many threads, one at a time.
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

  /** What is known of each of some lower-case words, in their order. */
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
