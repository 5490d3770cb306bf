package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The distinct words of a pair, case folded and without punctuation, by index. */
final class PairWords {
  private final EncodedPair pair;
  private final List<String> surfaces = new ArrayList<>();
  private final List<Word> first = new ArrayList<>();
  private final List<Boolean> content = new ArrayList<>();
  private final int[] indexOf;

  PairWords(EncodedPair pair, FunctionWords functionWords) {
    this.pair = pair;
    this.indexOf = new int[pair.words().size()];
    Map<String, Integer> indices = new HashMap<>();
    for (int w = 0; w < indexOf.length; w++) {
      Word word = pair.words().get(w);
      if (word.punctuation()) {
        indexOf[w] = -1;
        continue;
      }
      String surface = word.text().toLowerCase(Locale.ROOT);
      indexOf[w] = indices.getOrDefault(surface, surfaces.size());
      if (indexOf[w] == surfaces.size()) {
        indices.put(surface, surfaces.size());
        surfaces.add(surface);
        first.add(word);
        content.add(!functionWords.contains(surface));
      }
    }
  }

  int size() {
    return surfaces.size();
  }

  /** Returns the distinct words, case folded. */
  List<String> surfaces() {
    return surfaces;
  }

  /** Returns the index of a word of {@link EncodedPair#words()}; -1 for punctuation. */
  int indexOf(int word) {
    return indexOf[word];
  }

  /** Returns the ids of the tokens of a word at its first occurrence. */
  int[] tokens(int index) {
    Word word = first.get(index);
    return Arrays.copyOfRange(pair.ids(), word.firstToken(), word.endToken());
  }

  /** Returns whether a word is a content word. */
  boolean isContent(int index) {
    return content.get(index);
  }

  /** Returns whether a word is a single character, which is related by its surface only. */
  boolean isLetter(int index) {
    String surface = surfaces.get(index);
    return surface.codePointCount(0, surface.length()) == 1;
  }
}
