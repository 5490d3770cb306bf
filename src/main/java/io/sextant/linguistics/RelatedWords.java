package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Relates the English words of a pair. R0: the same surface, case folded. R1: the same lemma, that
 * is, a base form in common by WordNet's Morphy, over all parts of speech (better: better, good,
 * well); or the same stem by Spark NLP's Stemmer where WordNet knows no base form of one of the two
 * (blogging: blog). A word of one letter has R0 only: Morphy takes {@code as} and {@code is} for
 * plurals of {@code a} and {@code i}.
 *
 * <p>Needs no SparkSession. Remembers the forms of the 20,000 words used last, so it is for one
 * task: use it by one thread at a time. WordNet itself is shared by the JVM.
 */
public final class RelatedWords {
  private final WordForms.Cache forms = new WordForms.Cache();

  /** The relations of the words of one pair, of both sentences. */
  public WordRelations in(EncodedPair pair) {
    List<Word> words = pair.words();
    Groups surfaces = new Groups();
    Groups lemmas = new Groups();
    Groups stems = new Groups();
    WordForms[] formsOf = new WordForms[words.size()];
    String[] surfaceOf = new String[words.size()];
    for (int w = 0; w < words.size(); w++) {
      if (!words.get(w).punctuation()) {
        surfaceOf[w] = words.get(w).text().toLowerCase(Locale.ROOT);
        surfaces.add(surfaceOf[w], w);
        if (surfaceOf[w].length() > 1) {
          formsOf[w] = forms.of(surfaceOf[w]);
          stems.add(formsOf[w].stem(), w);
          for (String lemma : formsOf[w].lemmas()) {
            lemmas.add(lemma, w);
          }
        }
      }
    }
    TierMatrix tiers = new TierMatrix(words.size());
    for (int w = 0; w < words.size(); w++) {
      if (surfaceOf[w] != null) {
        tiers.relate(w, surfaces.of(surfaceOf[w]), Tier.SAME_SURFACE);
      }
      if (formsOf[w] != null) {
        for (String lemma : formsOf[w].lemmas()) {
          tiers.relate(w, lemmas.of(lemma), Tier.SAME_LEMMA);
        }
        if (formsOf[w].lemmas().isEmpty()) {
          tiers.relate(w, stems.of(formsOf[w].stem()), Tier.SAME_LEMMA);
        }
      }
    }
    return tiers;
  }

  /** Words of the pair, by something they have in common. */
  private static final class Groups {
    private final Map<String, List<Integer>> groups = new HashMap<>();

    void add(String key, int word) {
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(word);
    }

    List<Integer> of(String key) {
      return groups.get(key);
    }
  }
}
